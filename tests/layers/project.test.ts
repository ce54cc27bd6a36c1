import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/run.mjs'

const read = (path: string) => readFileSync(join(root, path), 'utf8')
const tracked = trackedFiles()
const sources = tracked.filter((path) => /^src\/.*\.tsx?$/.test(path))

/** A downloaded archive has no history: then there is nothing to list, and that is said. */
function trackedFiles() {
  try {
    return execFileSync('git', ['ls-files'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
      .split('\n')
      .filter((path) => path !== '' && existsSync(join(root, path)))
  } catch {
    return []
  }
}

test('the lockfile names no registry', () => {
  expect(read('package-lock.json')).not.toContain('"resolved": "http')
})

test.each([
  'node_modules/@rolldown/binding',
  'node_modules/lightningcss',
  'node_modules/@typescript/typescript',
  'node_modules/@oxlint/binding',
  'node_modules/@oxlint-tsgolint/',
  'node_modules/@oxc-parser/binding',
])('the lockfile has %s for macOS, Windows and Linux', (prefix) => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    packages: Record<string, { os?: string[] }>
  }
  const systems = Object.entries(packages).flatMap(([path, { os }]) =>
    path.startsWith(prefix) ? (os ?? []) : [],
  )
  expect(systems).toEqual(expect.arrayContaining(['darwin', 'win32', 'linux']))
})

test('a source file of more than 400 lines says why', (context) => {
  if (tracked.length === 0) context.skip('not a git checkout: no list of files')
  const long = sources.filter((path) => {
    const text = read(path)
    return text.split('\n').length > 400 && !text.includes('// Long because:')
  })
  expect(long).toEqual([])
})

test('no barrel files, and JSX only where React may be', (context) => {
  if (tracked.length === 0) context.skip('not a git checkout: no list of files')
  expect(sources.filter((path) => /^index\.tsx?$/.test(basename(path)))).toEqual([])
  expect(sources.filter((path) => /^src\/(lib|model|azure|emulator)\/.*\.tsx$/.test(path))).toEqual([])
})

test('no folder inside src is named like one of its layers, so that a relative path names its layer', (context) => {
  if (tracked.length === 0) context.skip('not a git checkout: no list of files')
  const layers = ['app', 'azure', 'components', 'emulator', 'features', 'model', 'queries', 'ui']
  const inner = sources.filter((path) =>
    path
      .split('/')
      .slice(2, -1)
      .some((name) => layers.includes(name)),
  )
  expect(inner).toEqual([])
})

test('no file names a path or a package registry of the machine that it was written on', (context) => {
  if (tracked.length === 0) context.skip('not a git checkout: no list of files')
  const words = [join(root, '/'), join(homedir(), '/')].filter((path) => path.length > 3)
  const registry = process.env.npm_config_registry
  if (registry !== undefined && !/^$|registry\.npmjs\.org/.test(registry)) words.push(new URL(registry).host)
  const found = tracked
    .filter((path) => !/\.(png|jpe?g|ico|woff2?)$/.test(path))
    .flatMap((path) => {
      const text = read(path)
      return words.filter((word) => text.includes(word)).map((word) => `${path}: ${word}`)
    })
  expect(found).toEqual([])
})
