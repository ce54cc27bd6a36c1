import { expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { activityName, activityVerdict } from './activity-words.ts'

const HOUR = 3_600_000
const one = (change: Partial<Activity>): Activity => ({
  correlationId: 'c',
  operation: 'Microsoft.Network/connections/sharedKey/write',
  status: 'Succeeded',
  resourceId: '/x',
  startedAt: 0,
  endedAt: 0,
  ...change,
})

test('Azure’s words come first', () => {
  expect(activityName(one({}))).toBe('connections/sharedKey/write')
  expect(activityName(one({ operationWords: 'Sets the key' }))).toBe('Sets the key')
})

test.each([
  ['Succeeded', HOUR, 'healthy'],
  ['failed', HOUR, 'attention'],
  ['Accepted', HOUR, 'inProgress'],
  ['Started', 4 * HOUR, 'unknown'],
  ['Resolved', HOUR, 'unknown'],
])('%s after %s ms: %s', (status, now, verdict) => {
  expect(activityVerdict(one({ status }), now)).toBe(verdict)
})
