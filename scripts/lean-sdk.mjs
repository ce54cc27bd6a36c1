import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './run.mjs'

const OF_SDK = /\/@azure\/arm-network\/.*\/(networkManagementClient|models\/mappers)\.js$/

/**
 * Leaves out of the build what nobody calls of the network SDK, three quarters of its bytes, which would have to be compiled and
 * evaluated before the first list can be asked for:
 * - groups of operations that no module of src/azure names; the client makes all of them, so that no bundler sees it;
 * - the table of body shapes. Bodies come as they are on the wire (`shouldDeserialize` is off), and the SDK sends none. A
 *   call that needs one after all fails with where to look, and never sends half a body.
 *
 * @returns {import('vite').Plugin}
 */
export function leanSdk() {
  return {
    name: 'lean-sdk',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const [, part] = OF_SDK.exec(id.replaceAll('\\', '/')) ?? []
      if (part === undefined) return null
      const lean = part === 'models/mappers' ? withoutShapes(code) : withoutGroups(code, namedMembers())
      if (lean === code) this.error(`Nothing could be left out of ${part}.js: has the SDK changed?`)
      return { code: lean, map: null }
    },
  }
}

/** @param {string} code */
function withoutShapes(code) {
  const said = JSON.stringify('The build has no body shapes of the network SDK: see scripts/lean-sdk.mjs')
  const names = [...code.matchAll(/^export (?:const|let) (\w+)/gm)].map(([, name]) => name)
  // The name is read of a body to be sent alone, the type of every answer's.
  const shape = `const shape = { type: { name: 'Composite' }, get serializedName() { throw new Error(${said}) } }`
  return [shape, ...names.map((name) => `export const ${name} = shape`)].join('\n')
}

/**
 * @param {string} code
 * @param {ReadonlySet<string | undefined>} named
 */
function withoutGroups(code, named) {
  return code.replace(/this\.(\w+) =\s+new \w+Impl\(this\);/g, (made, /** @type {string} */ group) =>
    named.has(group) ? made : '',
  )
}

/** Whatever is named after a dot where the SDK is used, groups among it. */
function namedMembers() {
  const folder = join(root, 'src', 'azure')
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const using = texts.filter((text) => text.includes("'@azure/arm-network'"))
  return new Set(using.flatMap((text) => [...text.matchAll(/\.(\w+)\b/g)].map(([, name]) => name)))
}
