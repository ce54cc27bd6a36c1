import { expect, test } from 'vitest'
import { isUnderWay } from './failover-tests.ts'

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
