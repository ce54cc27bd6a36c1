import { join } from 'node:path'
import { root } from './run.mjs'

const source = join(root, 'src/').replaceAll('\\', '/')

/**
 * Groups for Rolldown's `codeSplitting`, so that what the first page needs is a few files. Left alone, Rolldown makes a
 * file for every set of lazy parts that share a module, and each new part splits the first page's files further.
 *
 * A group holds the modules of src/ that its modules import statically, as deep as that goes, with what these use of
 * node_modules. Where two reach the same module the earlier group has it; what two of the entry, the first page and the later
 * groups share is in a small group that waits for nothing.
 *
 * @param {{ entry: string, first: string[], later: { name: string, modules: string[] }[] }} modules paths from the
 *   project's root
 * @returns {import('vite').Rolldown.CodeSplittingGroup[]}
 */
export function chunkGroups({ entry, first, later }) {
  /** @type {Map<string, Set<string>>} */
  const closures = new Map()

  /** @type {(module: string, context: import('vite').Rolldown.ChunkingContext) => Set<string>} */
  function closure(module, context) {
    const known = closures.get(module)
    if (known) return known
    /** @type {Set<string>} */
    const reached = new Set()
    const add = (/** @type {string} */ id) => {
      if (reached.has(id) || !id.startsWith(source)) return
      reached.add(id)
      context.getModuleInfo(id)?.importedIds.forEach(add)
    }
    add(join(root, module).replaceAll('\\', '/'))
    closures.set(module, reached)
    return reached
  }

  /** @type {(modules: string[]) => (id: string, context: import('vite').Rolldown.ChunkingContext) => string | undefined} */
  const whose = (modules) => (id, context) => modules.find((module) => closure(module, context).has(id))
  const ofFirst = whose(first)
  const ofEntry = whose([entry])
  const ofLater = whose(later.flatMap(({ modules }) => modules))
  const isShared = (
    /** @type {string} */ id,
    /** @type {import('vite').Rolldown.ChunkingContext} */ context,
  ) => [ofFirst, ofEntry, ofLater].filter((of) => of(id, context) !== undefined).length > 1

  return [
    {
      debugName: 'base',
      priority: later.length + 2,
      // The entry needs Vite's helper for import() as much as the rest does.
      name: (id, context) => (id.includes('vite/preload-helper') || isShared(id, context) ? 'base' : null),
    },
    {
      debugName: 'first page',
      priority: later.length + 1,
      name: (id, context) => ofFirst(id, context)?.replace(/^.*\/|\.\w+$/g, ''),
    },
    ...later.map(({ name, modules }, at) => {
      const of = whose(modules)
      /** @type {import('vite').Rolldown.CodeSplittingGroup} */
      const group = {
        debugName: name,
        priority: later.length - at,
        name: (id, context) => (of(id, context) ? name : null),
      }
      return group
    }),
  ]
}

/**
 * Writes which modules each script holds beside the manifest, for the bundle budget: paths from the project's root, of
 * node_modules the package names.
 *
 * @returns {import('vite').Plugin}
 */
export function chunkModules() {
  return {
    name: 'chunk-modules',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
      const named = chunks.map(({ fileName, moduleIds }) => [
        fileName,
        [...new Set(moduleIds.map(moduleName))],
      ])
      const source = JSON.stringify(Object.fromEntries(named))
      this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source })
    },
  }
}

/** @param {string} id */
function moduleName(id) {
  const path = id.replaceAll('\\', '/')
  const [, dependency] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  return dependency ?? path.replace(`${root.replaceAll('\\', '/')}/`, '')
}
