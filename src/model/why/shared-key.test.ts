import { expect, test } from 'vitest'
import { connection } from '../../../tests/support/resources.ts'
import {
  act,
  association,
  DAY,
  DOWN,
  facts,
  GATEWAY_2,
  HOUR,
  MINUTE,
  NEVER_UP,
  NOW,
  PARTLY,
  REFUSED,
  setKey,
  shortOf,
  UNKNOWN,
  wordsOf,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import { readDeviceLog } from './device-log.ts'
import type { Facts } from './facts.ts'
import { sharedKey } from './shared-key.ts'

const SET = known([setKey(2 * HOUR)], NOW)
const NO_IKE = known([], NOW)

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['all up', { activity: SET }, 'ruled out', /up/],
  [
    'set since, one tunnel down',
    { connection: PARTLY, activity: SET, ike: known([association(0, { elapsedSeconds: 4 * 3_600 })], NOW) },
    'very likely',
    /differs since .*a\.nowak@contoso\.com set the shared key on .*nobody set it back.*Instance 1 is NotConnected.*Instance 1 holds no phase 1.*Instance 0 still uses an older association/,
  ],
  [
    'set since, both down',
    { connection: DOWN, activity: SET, ike: NO_IKE },
    'very likely',
    /Instance 0 and instance 1 hold no/,
  ],
  [
    'set since, and the other tunnel renewed after it',
    { connection: PARTLY, activity: SET, ike: known([association(0)], NOW) },
    'possible',
    /Instance 0 made phase 1 anew after that/,
  ],
  [
    'set, and Azure does not tell when the tunnels were up',
    { connection: NEVER_UP, activity: SET, ike: NO_IKE },
    'possible',
    /^The two ends may hold different keys\. a\.nowak@contoso\.com set/,
  ],
  [
    'set since, and the addresses of the gateway were not read',
    { connection: DOWN, activity: SET, ike: NO_IKE, addresses: [undefined, undefined] },
    'possible',
    /^The two ends may hold different keys(?!.*no phase 1)/,
  ],
  [
    'set since, and Azure reports no tunnels',
    { connection: { ...DOWN, tunnels: [] }, activity: SET, ike: NO_IKE },
    'possible',
    /^The two ends may hold different keys/,
  ],
  [
    'set since, and set again after its traffic had ended',
    {
      connection: DOWN,
      activity: known([setKey(HOUR), setKey(4 * HOUR)], NOW),
      ike: NO_IKE,
      traffic: known([{ instance: 'GatewayTenantWorker_IN_0', lastAt: NOW - 3 * HOUR, until: NOW }], NOW),
    },
    'very likely',
    /set the shared key on(?!.*nobody set it back)/,
  ],
  [
    'set twice',
    { connection: DOWN, activity: known([setKey(HOUR), setKey(2 * HOUR)], NOW), ike: NO_IKE },
    'very likely',
    /the last of 2 times/,
  ],
  [
    'reset before it was set: somebody was already repairing',
    {
      connection: DOWN,
      ike: NO_IKE,
      activity: known([setKey(HOUR), act('connections/resetconnection/action', 3 * HOUR)], NOW),
    },
    'possible',
    /set the shared key/,
  ],
  [
    'the associations may not be read',
    { connection: PARTLY, activity: SET, ike: REFUSED },
    'possible',
    /set the shared key/,
  ],
  [
    'set before the tunnel came up',
    { connection: DOWN, activity: known([setKey(21 * DAY)], NOW), ike: NO_IKE },
    'unlikely',
    /Nobody set the shared key in Azure in the last 7 days/,
  ],
  [
    'a set that was refused',
    { connection: DOWN, activity: known([{ ...setKey(HOUR), status: 'Failed' }], NOW), ike: NO_IKE },
    'unlikely',
    /Nobody set/,
  ],
  [
    'set after its traffic had ended',
    {
      connection: DOWN,
      activity: SET,
      ike: NO_IKE,
      traffic: known([{ instance: 'GatewayTenantWorker_IN_0', lastAt: NOW - 3 * HOUR, until: NOW }], NOW),
    },
    'unlikely',
    /set the shared key after the tunnel had ended/,
  ],
  [
    'set minutes before its traffic ended',
    {
      connection: PARTLY,
      activity: SET,
      ike: NO_IKE,
      traffic: known(
        [
          { instance: 'GatewayTenantWorker_IN_0', lastAt: NOW, until: NOW },
          { instance: 'GatewayTenantWorker_IN_1', lastAt: NOW - 2 * HOUR + 11 * MINUTE, until: NOW },
        ],
        NOW,
      ),
    },
    'very likely',
    /Instance 1 carried its last traffic in the five minutes before 25 Nov, 07:11/,
  ],
  ['never up', { connection: NEVER_UP, ike: NO_IKE }, 'possible', /no time when it was up/],
  [
    'phase 1 is there on all that is down',
    { connection: DOWN, activity: SET },
    'ruled out',
    /Phase 1 is established/,
  ],
  [
    'the log may not be read',
    { connection: DOWN, activity: REFUSED, ike: NO_IKE },
    'not checked',
    /activity log.*403/,
  ],
  ['Azure does not say whether it is up', { connection: UNKNOWN }, 'not checked', /reports Unknown/],
  [
    'the device says so',
    {
      connection: DOWN,
      activity: REFUSED,
      ike: NO_IKE,
      deviceLog: readDeviceLog('received AUTHENTICATION_FAILED notify error'),
    },
    'very likely',
    /logged AUTHENTICATION_FAILED/,
  ],
  [
    'a certificate',
    { connection: connection('cn', { authenticationType: 'Certificate', connectionStatus: 'NotConnected' }) },
    undefined,
    /^$/,
  ],
  [
    'set at the other end of two networks',
    { connection: { ...DOWN, gateway2Id: GATEWAY_2 }, twinActivity: SET, ike: NO_IKE },
    'very likely',
    /set the shared key of the connection that leads back on .*nobody set it back/,
  ],
  [
    'set at this end, and the log of the other was not read',
    {
      connection: { ...DOWN, gateway2Id: GATEWAY_2 },
      activity: SET,
      twinActivity: REFUSED,
      ike: NO_IKE,
    },
    'very likely',
    /set the shared key on(?!.*nobody set it back)/,
  ],
  [
    'not set at this end, and the log of the other was not read',
    { connection: { ...DOWN, gateway2Id: GATEWAY_2 }, twinActivity: REFUSED, ike: NO_IKE },
    'not checked',
    /activity log of the connection that leads back.*403/,
  ],
])('%s', (_, change, verdict, says) => {
  const finding = sharedKey(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})

test('says on which side to change what, and what that interrupts', () => {
  const finding = sharedKey(
    facts({ connection: PARTLY, activity: known([setKey(11 * MINUTE)], NOW), ike: NO_IKE }),
  )
  expect(finding).toMatchObject({
    side: 'on-premises',
    link: { topic: 'rotate-key' },
    interruption: 'A new key may interrupt instance 0 for some seconds.',
  })
})

test('what was set at the other end is told from its log', () => {
  const read = NOW - MINUTE
  const finding = sharedKey(
    facts({
      connection: { ...DOWN, gateway2Id: GATEWAY_2 },
      twinActivity: known([setKey(2 * HOUR)], read),
      ike: NO_IKE,
    }),
  )
  expect(finding).toMatchObject({ evidence: [{ source: 'Activity log', at: read }, {}, {}, {}] })
})
