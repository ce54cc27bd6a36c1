import { expect, test } from 'vitest'
import { connection } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  act,
  association,
  DAY,
  DOWN,
  GATEWAY_2,
  neighbour,
  NOW,
  PARTLY,
  REFUSED,
  UNKNOWN,
  UP,
  setKey,
  HOUR,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import { readDeviceLog } from './device-log.ts'
import type { Facts } from './facts.ts'
import { reachability } from './reachability.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['all up', { connection: UP }, 'ruled out', /203\.0\.113\.18 answers/],
  [
    'no association anywhere, nothing changed',
    { connection: DOWN, ike: known([], NOW), neighbours: [neighbour('a'), neighbour('b')] },
    'very likely',
    /No instance holds a phase 1 association with 203\.0\.113\.18.*Nobody changed this connection.*2 other connections of vgw are Connected.*UDP 500/,
  ],
  [
    'reset in vain',
    {
      connection: DOWN,
      ike: known([], NOW),
      activity: known([act('connections/resetconnection/action', DAY)], NOW),
    },
    'very likely',
    /reset the connection on .*, and it did not come up/,
  ],
  [
    'the key was set since',
    { connection: DOWN, ike: known([], NOW), activity: known([setKey(HOUR)], NOW) },
    'possible',
    /No instance holds/,
  ],
  [
    'the site was changed since',
    {
      connection: DOWN,
      ike: known([], NOW),
      siteActivity: known([act('localNetworkGateways/write', HOUR)], NOW),
    },
    'possible',
    /No instance holds/,
  ],
  [
    'whether anything changed is not known',
    { connection: DOWN, ike: known([], NOW), activity: REFUSED },
    'possible',
    /No instance holds/,
  ],
  [
    'the other instance reaches it',
    { connection: PARTLY, ike: known([association(0)], NOW) },
    'unlikely',
    /Instance 0 reaches the same device/,
  ],
  ['phase 1 is there', { connection: DOWN }, 'ruled out', /answered/],
  [
    'the associations may not be read',
    { connection: DOWN, ike: REFUSED },
    'not checked',
    /IKE associations.*getikesas/,
  ],
  ['still being read', { connection: DOWN, ike: { is: 'asking' } }, 'not checked', /still being read/],
  ['Azure does not say whether it is up', { connection: UNKNOWN }, 'not checked', /reports Unknown/],
  [
    'the device says so',
    { connection: DOWN, ike: REFUSED, deviceLog: readDeviceLog('giving up after 5 retransmits') },
    'very likely',
    /logged no answer/,
  ],
  ['two networks', { connection: connection('cn', { gateway2Id: GATEWAY_2 }) }, undefined, /^$/],
])('%s', (_, change, verdict, says) => {
  const finding = reachability(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
