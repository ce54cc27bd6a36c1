import { expect, test } from 'vitest'
import type { Activity } from './activity.ts'
import { lastChangeBefore } from './last-change.ts'

const done = (operation: string, startedAt: number, status = 'Succeeded'): Activity => ({
  correlationId: operation,
  operation: `Microsoft.Network/connections/${operation}`,
  status,
  resourceId: '/x',
  startedAt,
  endedAt: startedAt + 40,
})

test.each<[what: string, activities: Activity[], last: string | undefined]>([
  [
    'the newest before',
    [done('write', 10), done('sharedKey/write', 30), done('delete', 20)],
    'sharedKey/write',
  ],
  ['what came after does not count', [done('write', 10), done('resetconnection/action', 101)], 'write'],
  ['what was refused changed nothing', [done('write', 10), done('delete', 20, 'Failed')], 'write'],
  [
    'what only asks changed nothing',
    [done('write', 10), done('getikesas/action', 30), done('startPacketCapture/action', 40)],
    'write',
  ],
  [
    'looking at the tables of a circuit changed nothing',
    [
      done('write', 10),
      done('arpTables/action', 20),
      done('routeTables/action', 30),
      done('routeTablesSummary/action', 40),
    ],
    'write',
  ],
  [
    'asking a hub or its peer for routes changed nothing',
    [
      done('write', 10),
      ...['effectiveRoutes', 'inboundRoutes', 'outboundRoutes', 'learnedRoutes', 'advertisedRoutes'].map(
        (name, at) => done(`${name}/action`, 20 + at),
      ),
    ],
    'write',
  ],
  [
    'a new key is a change',
    [done('write', 10), done('sharedkey/reset/action', 30)],
    'sharedkey/reset/action',
  ],
  ['what is still going on counts', [done('write', 10), done('write', 30, 'Accepted')], 'write'],
  ['nothing', [], undefined],
])('%s', (_, activities, last) => {
  expect(lastChangeBefore(activities, 100)?.correlationId).toBe(last)
})
