import { expect, test } from 'vitest'

import {
  facts,
  shortOf,
  wordsOf,
  act,
  DAY,
  DOWN,
  MINUTE,
  neighbour,
  NEVER_UP,
  NOW,
  REFUSED,
  setKey,
  tunnel,
  UNKNOWN,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import type { Facts } from './facts.ts'
import { settling } from './settling.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['up', { connection: UP, activity: known([setKey(MINUTE)], NOW) }, 'ruled out', /settled/],
  ['being updated', { connection: { ...DOWN, provisioningState: 'Updating' } }, 'very likely', /is Updating/],
  [
    'made minutes ago',
    { connection: UNKNOWN, activity: known([act('connections/write', 6 * MINUTE)], NOW) },
    'very likely',
    /changed the connection on .*6.min ago/,
  ],
  [
    'reset a minute ago',
    { connection: DOWN, activity: known([act('connections/resetconnection/action', MINUTE)], NOW) },
    'very likely',
    /reset the connection/,
  ],
  [
    'made minutes ago, was up since',
    {
      connection: {
        ...DOWN,
        tunnels: [tunnel(0, 'NotConnected', { lastEstablished: new Date(NOW - MINUTE).toISOString() })],
      },
      activity: known([act('connections/write', 6 * MINUTE)], NOW),
    },
    'ruled out',
    /had settled/,
  ],
  [
    'made minutes ago, no phase 1 since, while another connection of the gateway is up',
    {
      connection: NEVER_UP,
      activity: known([act('connections/write', 6 * MINUTE)], NOW),
      ike: known([], NOW),
      neighbours: [neighbour('a')],
    },
    'unlikely',
    /6.min ago/,
  ],
  [
    'changed yesterday',
    { connection: DOWN, activity: known([act('connections/write', DAY)], NOW) },
    'ruled out',
    /last 10 minutes/,
  ],
  [
    'a change that was refused',
    { connection: DOWN, activity: known([act('connections/write', MINUTE, { status: 'Failed' })], NOW) },
    'ruled out',
    /last 10/,
  ],
  [
    'negotiating',
    { connection: { ...DOWN, connectionStatus: 'Connecting', tunnels: [] } },
    'possible',
    /Connecting/,
  ],
  ['the log may not be read', { connection: DOWN, activity: REFUSED }, 'not checked', /activity log/],
])('%s', (_, change, verdict, says) => {
  const finding = settling(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
