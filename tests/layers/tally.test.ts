import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FullConfig, Suite, TestCase } from '@playwright/test/reporter'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import type { TestModule } from 'vitest/node'
import { root } from '../../scripts/run.mjs'
import PlaywrightTally from '../../scripts/tally-playwright.mjs'
import VitestTally from '../../scripts/tally-vitest.mjs'

const folder = mkdtempSync(join(tmpdir(), 'hub-tally-'))
const tally = join(folder, 'tally.json')
const written = (): unknown => JSON.parse(readFileSync(tally, 'utf8'))

beforeEach(() => {
  vi.stubEnv('HUB_TALLY', tally)
  return () => vi.unstubAllEnvs()
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What both runners are told to have happened, and what has to be counted. */
const file = 'tests/planted.ts'
const COUNTED = {
  passed: 2,
  failed: 1,
  skipped: [{ file, name: 'skipped', reason: 'nothing to see' }],
  failures: [{ file, name: 'failed twice', reason: 'Error: first' }],
  retried: [{ file, name: 'failed once', reason: 'Error: only' }],
}
const FIRST = [{ message: '\n\u001B[31mError: first\u001B[39m\nat once' }, { message: 'Error: second' }]
const ONLY = [{ message: 'Error: only\n  at the first try' }]

test('Playwright: what passed only when tried again is passed and told; what failed again is told once', () => {
  const ran = (name: string, outcome: ReturnType<TestCase['outcome']>, errors: object[], skip?: string) => ({
    location: { file: join(root, file) },
    titlePath: () => ['', 'demo', 'planted.ts', name],
    outcome: () => outcome,
    results: [...errors.map((error) => ({ error })), ...(outcome === 'flaky' ? [{}] : [])],
    annotations: skip === undefined ? [] : [{ type: 'skip', description: skip }],
  })
  // Of a suite the tally reads no more than this.
  const suite = {
    allTests: () => [
      ran('passed', 'expected', []),
      ran('failed once', 'flaky', ONLY),
      ran('failed twice', 'unexpected', FIRST),
      ran('skipped', 'skipped', [], 'nothing to see'),
    ],
  } as unknown as Suite
  const reporter = new PlaywrightTally()
  reporter.onBegin({} as FullConfig, suite)
  reporter.onEnd()
  expect(written()).toEqual(COUNTED)
})

test('vitest: what passed only when tried again is passed and told; what failed again is told once', () => {
  const ran = (fullName: string, result: { state: string; errors?: object[]; note?: string }) => ({
    fullName,
    result: () => result,
    diagnostic: () => ({ flaky: result.state === 'passed' && result.errors !== undefined }),
    options: { mode: 'run' },
  })
  // Of a module the tally reads no more than this.
  const module = {
    relativeModuleId: file,
    state: () => 'failed',
    children: {
      allTests: () => [
        ran('passed', { state: 'passed' }),
        ran('failed once', { state: 'passed', errors: ONLY }),
        ran('failed twice', { state: 'failed', errors: FIRST }),
        ran('skipped', { state: 'skipped', note: 'nothing to see' }),
      ],
    },
  } as unknown as TestModule
  new VitestTally().onTestRunEnd([module], [])
  expect(written()).toEqual(COUNTED)
})
