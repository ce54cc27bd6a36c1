// npm run bench: measures the built app on the demo estate. Prints a Markdown table for docs/performance.md and never fails
// by time: compare runs of one machine, and only when their calibration loops took about the same. `npm run bench -- first`
// measures the demo's first page only, `-- large` the estate of 10,000 resources, and either with `1x` only that rate.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { ensureBrowser } from '../../scripts/browser.mjs'
import { bin, node, root } from '../../scripts/run.mjs'
import { LARGE_ROWS, measureLarge } from './large.mjs'
import { observe } from './observe.mjs'
import { newVisitor } from './visitor.mjs'

const runs = Number(process.env.HUB_BENCH_RUNS ?? 5)
// Reading 10,000 resources takes its time.
const largeRuns = Number(process.env.HUB_BENCH_LARGE_RUNS ?? 1)
const asked = process.argv.slice(2)
const isAsked = (/** @type {string} */ part, /** @type {string} */ other) =>
  asked.includes(part) || !asked.includes(other)
const port = 4199
const origin = `http://127.0.0.1:${port}`
const vite = bin('vite')

const executablePath = await ensureBrowser()
const calibrationBefore = calibrate()

const buildStart = performance.now()
const built = await node(vite, ['build', '--logLevel', 'warn'])
const buildSeconds = (performance.now() - buildStart) / 1000
if (built !== 0 || !existsSync(join(root, 'dist', 'index.html'))) process.exit(1)

const server = spawn(
  process.execPath,
  [vite, 'preview', '--host', '127.0.0.1', '--strictPort', '--port', `${port}`],
  {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  },
)
const browser = await chromium.launch({
  executablePath,
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
  ],
})

try {
  await answering()
  if (isAsked('first', 'large')) await measure(1) // Not counted: the first visit also warms the server and the browser.
  const byRate = new Map()
  for (const rate of asked.includes('1x') ? [1] : [1, 4]) {
    const samples = []
    for (let i = 0; isAsked('first', 'large') && i < runs; i++) samples.push(await measure(rate))
    for (let i = 0; isAsked('large', 'first') && i < largeRuns; i++)
      samples.push(await measureLarge(browser, origin, rate))
    byRate.set(rate, samples)
  }
  print(byRate)
} finally {
  await browser.close()
  server.kill()
}

/** @typedef {Record<string, number | undefined>} Sample */

/**
 * One visit in a fresh profile, then a click on the first row.
 *
 * @param {number} rate how many times slower the page's main thread runs
 * @returns {Promise<Sample>}
 */
async function measure(rate) {
  const visitor = await newVisitor(browser)
  // The browser draws its own window meanwhile, on the same two cores.
  await setTimeout(2500)
  await visitor.slowDown(rate)
  await visitor.go(`${origin}/`, observe)
  await visitor.until(() => window.hubBench?.firstRow() !== undefined, 60)
  await setTimeout(rate === 1 ? 1_500 : 4_000)
  const visit = await visitor.evaluate(() => window.hubBench.visit())
  const heap = await visitor.heap()
  const scripts = await visitor.evaluate(() => window.hubBench.scripts())
  const click = await visitor.evaluate(() => window.hubBench.click())
  await visitor.leave()
  const needed = scripts.filter(({ at }) => at <= visit.firstRow)
  return {
    ...visit,
    scriptKilobytes: needed.reduce((sum, { path }) => sum + scriptSize(path), 0) / 1000,
    scriptFiles: needed.length,
    heapMebibytes: heap / 2 ** 20,
    click,
  }
}

/** @param {string} path of a built file */
function scriptSize(path) {
  return gzipSync(readFileSync(join(root, 'dist', path)), { level: 9 }).length
}

/** A fixed piece of work: how fast this machine is at the moment. */
function calibrate() {
  const times = []
  for (let round = 0; round < 5; round++) {
    const start = performance.now()
    let x = 1
    for (let i = 0; i < 20_000_000; i++) x = (x * 48271) % 2147483647
    if (x === 0) throw new Error('never, but the loop must not be optimised away')
    times.push(performance.now() - start)
  }
  return median(times)
}

/** @param {number[]} values */
function median(values) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

async function answering() {
  for (let i = 0; i < 100; i++) {
    try {
      await fetch(origin)
      return
    } catch {
      await setTimeout(100)
    }
  }
  throw new Error('The preview server does not answer.')
}

/** @param {Map<number, Sample[]>} byRate */
function print(byRate) {
  /** @type {import('./large.mjs').Figure[]} */
  const figures = [
    ['first contentful paint, ms', 'firstPaint', 0, ['200', '450']],
    ['first row, ms', 'firstRow', 0, ['600', '1,400']],
    ['longest task before the first row, ms', 'longestTask', 0, ['', '200']],
    ['click to a detail page’s first content, ms', 'click', 0, ['100', '250']],
    ['page JS until the first row, gzip kB', 'scriptKilobytes', 0, ['350', '350']],
    ['script files until the first row', 'scriptFiles', 0, ['20', '20']],
    ['page heap after settling, MiB', 'heapMebibytes', 1, ['20', '20']],
    ['CLS', 'layoutShift', 3, ['0.01', '0.01']],
    ...LARGE_ROWS,
  ]
  const isMeasured = (/** @type {import('./large.mjs').Figure} */ [, key]) =>
    [...byRate.values()].flat().some((sample) => key in sample)
  const cell = (/** @type {number} */ rate, /** @type {string} */ key, /** @type {number} */ digits) => {
    const values = (byRate.get(rate) ?? [])
      .map((sample) => sample[key])
      .filter((value) => value !== undefined)
    if (values.length === 0) return 'not found'
    const [low, high] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits))
    return `${median(values).toFixed(digits)} (${low} to ${high})`
  }
  const lines = [
    '',
    `${new Date().toISOString().slice(0, 10)}: ${cpus().length} cores, Node ${process.versions.node}, Chromium ${browser.version()}, demo estate, medians of ${runs} (range); estate large, ${largeRuns} each.`,
    `Calibration loop ${calibrationBefore.toFixed(0)} ms before, ${calibrate().toFixed(0)} ms after. Production build ${buildSeconds.toFixed(1)} s (bar 10 s).`,
    'The slow-down is of the page’s main thread: it does not reach the worker that runs the emulator.',
    '',
    '| figure | 1× | bar | 4× | bar |',
    '| --- | --- | --- | --- | --- |',
    ...figures.filter(isMeasured).map(([title, key, digits, [bar1, bar4], at]) => {
      const slow = at === '1× only' || !byRate.has(4) ? '' : cell(4, key, digits)
      return `| ${title} | ${cell(1, key, digits)} | ${bar1} | ${slow} | ${bar4} |`
    }),
  ]
  console.log(lines.join('\n'))
}
