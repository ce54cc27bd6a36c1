// The bytes that the first row waits for, from dist/. Prints figures, aims and bars; fails above a bar, and where a part
// is loaded that must not be.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstRoute, onAzure } from './first-route.mjs'
import { fail, root } from './run.mjs'
import { report } from './tally.mjs'

const dist = join(root, 'dist')
const manifestFile = join(dist, '.vite', 'manifest.json')
if (!existsSync(manifestFile)) fail('Nothing is built yet: npm run build')

/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))

/** @type {Record<string, string[]>} */
const modules = JSON.parse(readFileSync(join(dist, '.vite', 'modules.json'), 'utf8'))
const chunks = Object.values(manifest)

/** The script with its static imports, as deep as they go. @param {string} file @returns {Set<string>} */
function closure(file, reached = new Set()) {
  if (reached.has(file)) return reached
  reached.add(file)
  const imports = chunks.find((chunk) => chunk.file === file)?.imports ?? []
  for (const key of imports) if (manifest[key] !== undefined) closure(manifest[key].file, reached)
  return reached
}

/** @param {string} module */
const fileOf = (module) => Object.keys(modules).find((file) => modules[file]?.includes(module))
/** @param {(string | undefined)[]} files */
const closures = (files) => new Set(files.flatMap((file) => (file === undefined ? [] : [...closure(file)])))

const own = closures(chunks.filter(({ isEntry }) => isEntry === true).map(({ file }) => file))
const absent = firstRoute.filter((module) => fileOf(module) === undefined)
const preloaded = chunks.map(({ file }) => file).filter((file) => preloads().has(`/${file}`))
const scripts = new Set([...own, ...closures(firstRoute.map(fileOf)), ...closures(preloaded)])

function preloads() {
  const html = readFileSync(join(dist, 'index.html'), 'utf8')
  return new Set(
    [...html.matchAll(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g)].map(([, href]) => href),
  )
}

/** @param {string} file */
const kilobytes = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length / 1000
const sum = (/** @type {Iterable<string>} */ files) =>
  [...files].reduce((total, file) => total + kilobytes(file), 0)

// The worker is a build of its own and not in the manifest.
const known = new Set(Object.values(manifest).map(({ file }) => file))
const workers = readdirSync(join(dist, 'assets'))
  .map((name) => `assets/${name}`)
  .filter((file) => file.endsWith('.js') && !known.has(file))

console.log('Scripts until the first row (gzip):')
for (const file of scripts) {
  console.log(`  ${kilobytes(file).toFixed(1).padStart(7)} kB  ${file}${own.has(file) ? '' : ' (preloaded)'}`)
}
console.log('Worker:')
for (const file of workers) console.log(`  ${kilobytes(file).toFixed(1).padStart(7)} kB  ${file}`)
if (absent.length > 0) {
  console.log(`In no script, so not counted: ${absent.join(', ')}`)
}

const figures = [
  { name: 'page JS, gzip kB', value: sum(scripts), aim: 280, bar: 350 },
  { name: 'worker JS, gzip kB', value: sum(workers), aim: 80, bar: 150 },
  { name: 'script files', value: scripts.size, aim: 14, bar: 20 },
]
console.log(`\n${'figure'.padEnd(20)}${'value'.padStart(8)}${'aim'.padStart(6)}${'bar'.padStart(6)}`)
/** @type {import('./tally.mjs').Told[]} */
const failures = []
for (const { name, value, aim, bar } of figures) {
  const verdict = value > bar ? 'ABOVE THE BAR' : value > aim ? 'above the aim' : 'ok'
  if (value > bar) failures.push({ file: '', name, reason: `${value.toFixed(1)} is above ${bar}` })
  console.log(
    `${name.padEnd(20)}${value.toFixed(Number.isInteger(value) ? 0 : 1).padStart(8)}${String(aim).padStart(6)}${String(bar).padStart(6)}  ${verdict}`,
  )
}

/** What a script must not hold, by the start of a module's path or a package's name. */
const emulator = ['src/emulator/']
const signIn = ['src/azure/sign-in/', 'src/model/sign-in-words.ts', '@azure/identity', '@azure/msal-']
const lazy = [
  'src/app/account/AccountPanel.tsx',
  'src/app/account/SignedOut.tsx',
  'src/app/account/SignInBanner.tsx',
  'src/app/operations/OperationsButton.tsx',
  'src/features/operations/',
  'src/queries/ledger.ts',
  'src/components/writes/',
  'src/features/resource/actions/',
  'src/features/resource/rights/',
  'src/features/resource/tags/',
  '@fluentui/react-menu',
]

/** @type {(files: Iterable<string>, starts: string[]) => string[]} */
const held = (files, starts) =>
  [...files].flatMap((file) =>
    (modules[file] ?? [])
      .filter((module) => starts.some((start) => module.startsWith(start)))
      .map((module) => `${module} in ${file}`),
  )
const onAzureFiles = onAzure.map((group) => closures(group.modules.map(fileOf)))
const [frame = new Set(), session = new Set()] = onAzureFiles
// A name that matches nothing would make a rule that cannot fail.
const unmatched = [...signIn, ...lazy].filter((start) => held(Object.keys(modules), [start]).length === 0)
const rules = [
  { rule: 'every part named here is in some script', broken: unmatched },
  { rule: 'no emulator in the page', broken: held(Object.keys(modules), emulator) },
  { rule: 'no sign-in before the first row', broken: held(scripts, signIn) },
  {
    rule: 'no account panel, operations, rights, tags or actions before the first row',
    broken: held(scripts, lazy),
  },
  {
    rule: 'sign-in does not wait for the app',
    broken: held(session, firstRoute),
  },
  {
    rule: 'the frame that renews a sign-in loads no more than that',
    broken: held(frame, [...firstRoute, ...(onAzure[1]?.modules ?? [])]),
  },
  { rule: 'the entry does not wait for the app', broken: held(own, firstRoute) },
]
console.log()
for (const { rule, broken } of rules) {
  console.log(broken.length === 0 ? `ok: ${rule}` : `BROKEN: ${rule}\n  ${broken.join('\n  ')}`)
  if (broken.length > 0) failures.push({ file: '', name: rule, reason: broken.join(', ') })
}
const failed = failures.length
report({ passed: figures.length + rules.length - failed, failed, skipped: [], failures, retried: [] })
process.exit(failed > 0 ? 1 : 0)
