import { expect, test } from 'vitest'
import { isUnderWay, testNotice } from './failover-tests.ts'

/** Every status of ExpressRoute document 2.3. */
test.each<[string | undefined, boolean]>([
  ['NotStarted', false],
  ['Starting', true],
  ['Running', true],
  ['StartFailed', false],
  ['Stopping', true],
  ['Completed', false],
  ['StopFailed', true],
  ['Invalid', false],
  ['Expired', false],
  [undefined, false],
])('a test that is %s keeps its location away: %s', (status, away) => {
  expect(isUnderWay({ ...(status !== undefined && { status }), connections: [], issues: [] })).toBe(away)
})

test.each<[string, string, string | undefined, RegExp | undefined]>([
  ['Running', '2026-05-01T09:00:00Z', 'attention', /Amsterdam is Running, begun 1.h before/],
  ['Running', '2026-05-01T07:00:00Z', 'down', /may be forgotten/],
  ['StopFailed', '2026-05-01T09:30:00Z', 'down', /is StopFailed/],
  ['Completed', '2026-05-01T07:00:00Z', undefined, undefined],
])('a test that is %s since %s', (status, startedAt, verdict, sentence) => {
  const tests = [{ location: 'Amsterdam', status, startedAt, connections: [], issues: [] }]
  const found = testNotice(tests, Date.UTC(2026, 4, 1, 10))
  expect(found?.verdict).toBe(verdict)
  if (sentence) expect(found?.sentence).toMatch(sentence)
})
