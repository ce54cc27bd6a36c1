// npm test: everything that must hold, from a fresh clone. The last line is `N passed, N failed, N skipped`.
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { ensureBrowser } from './browser.mjs'
import { ensureInstalled } from './install.mjs'
import { bin, node, root, say } from './run.mjs'

/** @import { Tally } from './tally.mjs' */

await ensureInstalled()
const browser = await ensureBrowser()
say(`Browser: ${browser}`)

const script = (/** @type {string} */ name) => join(root, 'scripts', name)
const vitest = (/** @type {string[]} */ ...projects) => ({
  script: bin('vitest'),
  args: [
    'run',
    ...projects.map((project) => `--project=${project}`),
    '--reporter=default',
    `--reporter=${script('tally-vitest.mjs')}`,
  ],
})

/**
 * `built` stages need the stage `build` to have passed. One that mostly waits, or that ends with one long check on one processor,
 * runs `beside` the others from the start on, and is printed in its turn.
 *
 * @typedef {{ name: string, script: string, args: string[], built?: boolean, beside?: boolean }} Stage
 * @type {Stage[]}
 */
const stages = [
  { name: 'unit', ...vitest('unit') },
  { name: 'parts', ...vitest('parts') },
  { name: 'check', script: script('check.mjs'), args: [], beside: true },
  { name: 'journeys', ...vitest('journeys', 'journeys-alone') },
  { name: 'device', ...vitest('device'), beside: true },
  { name: 'build', script: bin('vite'), args: ['build', '--logLevel', 'warn'] },
  { name: 'budget', script: script('bundle-budget.mjs'), args: [], built: true },
  {
    name: 'e2e',
    script: bin('@playwright/test', 'playwright'),
    args: [
      'test',
      '-c',
      'tests/e2e/playwright.config.ts',
      `--reporter=list,${script('tally-playwright.mjs')}`,
    ],
    built: true,
  },
]

const folder = mkdtempSync(join(tmpdir(), 'hub-test-'))
const table = []
/** @typedef {import('./tally.mjs').Told & { stage: string }} Line */
/** @type {Line[]} */
const skipped = []
/** @type {Line[]} */
const failures = []
/** @type {Line[]} */
const retried = []
let passed = 0
let failed = 0
let unbuilt = false

const file = (/** @type {string} */ name) => join(folder, `${name}.json`)
const output = (/** @type {string} */ name) => join(folder, `${name}.txt`)

/**
 * @param {Stage} stage
 * @param {import('node:child_process').StdioOptions} stdio
 */
async function run({ name, script, args }, stdio) {
  const start = performance.now()
  const code = await node(script, args, {
    stdio,
    env: { ...process.env, HUB_BROWSER: browser, HUB_TALLY: file(name) },
  })
  return { code, seconds: (performance.now() - start) / 1000 }
}

/** @param {Stage} stage */
function runBeside(stage) {
  const written = openSync(output(stage.name), 'w')
  return run(stage, ['ignore', written, written]).finally(() => closeSync(written))
}

const begun = new Map(stages.filter(({ beside }) => beside).map((stage) => [stage.name, runBeside(stage)]))

/**
 * @param {string} heading
 * @param {Line[]} lines
 */
function tell(heading, lines) {
  if (lines.length > 0) console.log(`\n${heading}`)
  for (const { stage, file, name, reason } of lines) {
    console.log(`  ${[stage, file, name].filter((part) => part !== '').join(': ')}\n    ${reason}`)
  }
}

for (const stage of stages) {
  const { name, built } = stage
  if (built === true && unbuilt) {
    table.push([name, '', 'not run'])
    skipped.push({ stage: name, file: '', name: 'not run', reason: 'the build failed' })
    continue
  }
  say(`\n── ${name} ──`)
  const { code, seconds } = await (begun.get(name) ?? run(stage, 'inherit'))
  if (begun.has(name)) console.log(readFileSync(output(name), 'utf8'))
  if (code === 130) process.exit(130)

  // A stage that counts nothing is one thing that passes or fails; one that fails has failed, whatever it counted.
  const counts = existsSync(file(name))
  /** @type {Tally} */
  const tally = counts
    ? JSON.parse(readFileSync(file(name), 'utf8'))
    : { passed: code === 0 ? 1 : 0, failed: 0, skipped: [], failures: [], retried: [] }
  if (code !== 0 && tally.failed === 0) {
    tally.failed = 1
    tally.failures.push({ file: '', name: '', reason: `ended with ${code}` })
  }
  passed += tally.passed
  failed += tally.failed
  skipped.push(...tally.skipped.map((test) => ({ stage: name, ...test })))
  failures.push(...tally.failures.map((test) => ({ stage: name, ...test })))
  retried.push(...tally.retried.map((test) => ({ stage: name, ...test })))
  if (name === 'build') unbuilt = code !== 0

  const late = tally.retried.length > 0 ? ` (${tally.retried.length} at the second try)` : ''
  const numbers = [`${tally.passed} passed${late}`]
  if (tally.failed > 0) numbers.push(`${tally.failed} failed`)
  if (tally.skipped.length > 0) numbers.push(`${tally.skipped.length} skipped`)
  table.push([name, seconds.toFixed(1), `${code === 0 ? 'ok' : 'FAILED'}, ${numbers.join(', ')}`])
}
rmSync(folder, { recursive: true, force: true })

say('\n── summary ──')
for (const [name = '', seconds = '', result = ''] of [['stage', 'seconds', 'result'], ...table]) {
  console.log(`${name.padEnd(10)}${seconds.padStart(8)}  ${result}`)
}
console.log(skipped.length === 0 ? '\nNothing was skipped.' : '\nSkipped:')
/** @type {Map<string, string[]>} */
const groups = new Map()
for (const { stage, file, name, reason } of skipped) {
  const place = `${stage}${file === '' ? '' : `: ${file}`}`
  groups.set(`${place}\n${reason}`, [...(groups.get(`${place}\n${reason}`) ?? []), name])
}
// One line for all tests of a file that give the same reason: one missing thing can skip hundreds.
for (const [key, names] of groups) {
  const [place, reason] = key.split('\n')
  console.log(`  ${place}: ${names.length === 1 ? names[0] : `${names.length} tests`} (${reason})`)
}
tell('Passed only at the second try:', retried)
tell('Failed:', failures)
console.log(`\n${passed} passed, ${failed} failed, ${skipped.length} skipped`)
process.exit(failed > 0 ? 1 : 0)
