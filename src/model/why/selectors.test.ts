import { expect, test } from 'vitest'
import { connection, site } from '../../../tests/support/resources.ts'
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
  REFUSED,
  UNKNOWN,
  UP,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import { readDeviceLog } from './device-log.ts'
import type { Facts } from './facts.ts'
import { selectors } from './selectors.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['any to any', { connection: UP }, 'ruled out', /every prefix/],
  [
    'narrower than the site',
    {
      connection: UP,
      site: known(site('lng', { addressPrefixes: ['10.70.0.0/16', '10.71.0.0/16'] }), NOW),
      ike: known(
        [
          association(0, {
            childAssociations: [
              { localSelectors: ['10.20.0.0/16'], remoteSelectors: ['10.70.0.0/16'], raw: {} },
            ],
          }),
        ],
        NOW,
      ),
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
  ['was up, nothing changed', { connection: DOWN, ike: known([], NOW) }, 'ruled out', /same selectors/],
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
