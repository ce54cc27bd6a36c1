// The bytes that the first row waits for, from dist/. Prints figures, aims and bars; fails only above a bar.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { firstRoute } from './first-route.mjs'
import { fail, root } from './run.mjs'
import { report } from './tally.mjs'

const dist = join(root, 'dist')
const manifestFile = join(dist, '.vite', 'manifest.json')
if (!existsSync(manifestFile)) fail('Nothing is built yet: npm run build')

/** @type {Record<string, { file: string, isEntry?: boolean, imports?: string[] }>} */
const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'))

/** @type {Set<string>} */
const scripts = new Set()
const add = (/** @type {string} */ key) => {
  const chunk = manifest[key]
  if (chunk === undefined || scripts.has(chunk.file)) return
  scripts.add(chunk.file)
  chunk.imports?.forEach(add)
}
const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true)
entries.forEach(add)
const own = new Set(scripts)
const absent = firstRoute.filter((module) => manifest[module] === undefined)
firstRoute.forEach(add)
for (const [key, { file }] of Object.entries(manifest)) {
  if (preloads().has(`/${file}`)) add(key)
}

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
  console.log(`Not a chunk of its own, so counted only if imported or preloaded: ${absent.join(', ')}`)
}

const figures = [
  { name: 'page JS, gzip kB', value: sum(scripts), aim: 280, bar: 350 },
  { name: 'worker JS, gzip kB', value: sum(workers), aim: 80, bar: 150 },
  { name: 'script files', value: scripts.size, aim: 14, bar: 20 },
]
console.log(`\n${'figure'.padEnd(20)}${'value'.padStart(8)}${'aim'.padStart(6)}${'bar'.padStart(6)}`)
let failed = 0
for (const { name, value, aim, bar } of figures) {
  const verdict = value > bar ? 'ABOVE THE BAR' : value > aim ? 'above the aim' : 'ok'
  if (value > bar) failed++
  console.log(
    `${name.padEnd(20)}${value.toFixed(Number.isInteger(value) ? 0 : 1).padStart(8)}${String(aim).padStart(6)}${String(bar).padStart(6)}  ${verdict}`,
  )
}
report({ passed: figures.length - failed, failed, skipped: [] })
process.exit(failed > 0 ? 1 : 0)
