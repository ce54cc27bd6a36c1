import { expect, test } from 'vitest'
import { connection } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  act,
  association,
  DOWN,
  HOUR,
  NEVER_UP,
  NOW,
  PARTLY,
  REFUSED,
  UNKNOWN,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import { readDeviceLog } from './device-log.ts'
import type { Facts } from './facts.ts'
import { policy } from './policy.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['all up', { connection: UP }, 'ruled out', /agreed/],
  [
    'phase 1 without phase 2',
    { connection: DOWN, ike: known([association(0, { childAssociations: [] })], NOW) },
    'very likely',
    /Instance 0 holds a phase 1 association and none of phase 2/,
  ],
  [
    'changed since it was up',
    { connection: DOWN, ike: known([], NOW), activity: known([act('connections/write', HOUR)], NOW) },
    'possible',
    /changed this connection on/,
  ],
  ['never up', { connection: NEVER_UP, ike: known([], NOW) }, 'possible', /no time when it was up.*group 2/],
  [
    'was up, nothing changed',
    { connection: DOWN, ike: known([], NOW) },
    'unlikely',
    /was up with this policy.*Nobody changed this connection/,
  ],
  [
    'another tunnel agreed since',
    {
      connection: PARTLY,
      ike: known([association(0)], NOW),
      activity: known([act('connections/write', 2 * HOUR)], NOW),
    },
    'ruled out',
    /Another tunnel/,
  ],
  [
    'another tunnel agreed before the change',
    {
      connection: PARTLY,
      ike: known([association(0)], NOW),
      activity: known([act('connections/write', HOUR / 2)], NOW),
    },
    'possible',
    /changed this connection/,
  ],
  [
    'a policy of its own is spelt out',
    {
      connection: connection('cn', {
        ...NEVER_UP,
        ipsecPolicies: [
          {
            ikeEncryption: 'AES256',
            ikeIntegrity: 'SHA384',
            dhGroup: 'ECP384',
            ipsecEncryption: 'GCMAES256',
            ipsecIntegrity: 'GCMAES256',
            pfsGroup: 'ECP384',
          },
        ],
      }),
      ike: known([], NOW),
    },
    'possible',
    /IKEv2; phase 1 AES256, SHA384, ECP384; phase 2 GCMAES256, GCMAES256, PFS ECP384/,
  ],
  [
    'the associations may not be read',
    { connection: DOWN, ike: REFUSED },
    'not checked',
    /IKE associations.*403/,
  ],
  [
    'the log may not be read',
    { connection: DOWN, ike: known([], NOW), activity: REFUSED },
    'not checked',
    /activity log/,
  ],
  ['Azure does not say whether it is up', { connection: UNKNOWN }, 'not checked', /reports Unknown/],
  [
    'the device says so',
    { connection: DOWN, ike: REFUSED, deviceLog: readDeviceLog('received NO_PROPOSAL_CHOSEN error notify') },
    'very likely',
    /logged NO_PROPOSAL_CHOSEN/,
  ],
  [
    'the device names the group',
    { connection: DOWN, deviceLog: readDeviceLog('N(INVALID_KE_PAYLOAD)') },
    'very likely',
    /INVALID_KE_PAYLOAD/,
  ],
])('%s', (_, change, verdict, says) => {
  const finding = policy(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
