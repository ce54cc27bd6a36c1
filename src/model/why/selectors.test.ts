import { expect, test } from 'vitest'
import { connection, site } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  act,
  association,
  DOWN,
  FELL,
  GATEWAY_2,
  HOUR,
  NEVER_UP,
  NOW,
  REFUSED,
  UNKNOWN,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import { readDeviceLog } from './device-log.ts'
import type { Facts } from './facts.ts'
import { selectors } from './selectors.ts'

/** One association of the first instance, with one selector at each end. */
const narrowed = (remote: string) =>
  known(
    [
      association(0, {
        childAssociations: [{ localSelectors: ['10.20.0.0/16'], remoteSelectors: [remote], raw: {} }],
      }),
    ],
    NOW,
  )

const BETWEEN: Partial<Facts> = {
  connection: { ...FELL, gateway2Id: GATEWAY_2 },
  site: { is: 'none' },
  siteActivity: { is: 'none' },
  ike: known([], NOW),
}

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['any to any', { connection: UP }, 'ruled out', /any address/],
  [
    'as wide as the site',
    {
      connection: UP,
      site: known(site('lng', { addressPrefixes: ['10.70.1.0/24'] }), NOW),
      ike: narrowed('10.70.0.0/16'),
    },
    'ruled out',
    /every prefix of the site/,
  ],
  [
    'up, and the site was not read',
    { connection: UP, site: { is: 'none' }, ike: narrowed('10.70.0.0/16') },
    'not checked',
    /the local network gateway: not among what was read/,
  ],
  [
    'up, and the site names no prefixes',
    { connection: UP, site: known(site('lng', { addressPrefixes: [] }), NOW), ike: narrowed('10.70.0.0/16') },
    'not checked',
    /names no prefixes/,
  ],
  [
    'up between two networks',
    { connection: { ...UP, gateway2Id: GATEWAY_2 }, site: { is: 'none' }, ike: narrowed('10.70.0.0/16') },
    'not checked',
    /its address space was not compared/,
  ],
  ['two networks, one log not read', { ...BETWEEN, twinActivity: REFUSED }, 'unlikely', /any address/],
  [
    'two networks, nothing changed',
    { ...BETWEEN, twinActivity: known([], NOW) },
    'ruled out',
    /nobody changed/,
  ],
  [
    'two networks, the other connection changed',
    { ...BETWEEN, twinActivity: known([act('connections/write', HOUR)], NOW) },
    'unlikely',
    /any address/,
  ],
  [
    'narrower than the site',
    {
      connection: UP,
      site: known(site('lng', { addressPrefixes: ['10.70.0.0/16', '10.71.0.0/16'] }), NOW),
      ike: narrowed('10.70.0.0/16'),
    },
    'possible',
    /carries 10\.70\.0\.0\/16, not 10\.71\.0\.0\/16/,
  ],
  [
    'up, and Azure names no selectors',
    { connection: UP, ike: known([association(0, { childAssociations: [] })], NOW) },
    'not checked',
    /named none/,
  ],
  ['up, and the associations may not be read', { connection: UP, ike: REFUSED }, 'not checked', /403/],
  [
    'was up in the days of the log, nothing changed',
    { connection: FELL, ike: known([], NOW) },
    'ruled out',
    /same selectors/,
  ],
  [
    'was up before the log begins',
    { connection: DOWN, ike: known([], NOW) },
    'not checked',
    /what the selectors are made of was changed since the tunnel came up on 5 Nov, .*last 7 days/,
  ],
  ['never up', { connection: NEVER_UP, ike: known([], NOW) }, 'possible', /Azure proposes any address/],
  [
    'policy-based, changed since',
    {
      connection: connection('cn', { ...DOWN, usePolicyBasedTrafficSelectors: true }),
      ike: known([], NOW),
      siteActivity: known([act('localNetworkGateways/write', HOUR)], NOW),
    },
    'possible',
    /changed what the selectors/,
  ],
  [
    'whether the site changed is not known',
    { connection: DOWN, ike: known([], NOW), siteActivity: REFUSED },
    'unlikely',
    /any address/,
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
    {
      connection: DOWN,
      ike: REFUSED,
      deviceLog: readDeviceLog('received TS_UNACCEPTABLE notify, no CHILD_SA built'),
    },
    'very likely',
    /logged TS_UNACCEPTABLE/,
  ],
])('%s', (_, change, verdict, says) => {
  const finding = selectors(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})

test('leads to the form that has the switch', () => {
  expect(selectors(facts({ connection: NEVER_UP, ike: known([], NOW) }))).toMatchObject({
    link: { topic: 'mode' },
  })
})
