import { expect, test } from 'vitest'
import { connection, site } from '../../../tests/support/resources.ts'
import {
  facts,
  shortOf,
  wordsOf,
  act,
  DAY,
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

const at = (gatewayIpAddress: string) => known(site('lng', { gatewayIpAddress }), NOW)
import type { Facts } from './facts.ts'
import { addresses } from './addresses.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['up', { connection: UP }, 'ruled out', /is up/],
  ['the gateway’s own', { connection: DOWN, site: at('198.51.100.23') }, 'very likely', /gateway’s own/],
  ['private', { connection: DOWN, site: at('10.1.2.3') }, 'very likely', /private/],
  [
    'private over ExpressRoute',
    {
      connection: connection('cn', { ...DOWN, body: { properties: { useLocalAzureIpAddress: true } } }),
      site: at('10.1.2.3'),
    },
    'not checked',
    /an address was changed since the tunnel came up/,
  ],
  [
    'changed since',
    { connection: DOWN, siteActivity: known([act('localNetworkGateways/write', HOUR)], NOW) },
    'possible',
    /changed the local network gateway on .*203\.0\.113\.18 now/,
  ],
  [
    'the gateway was made anew',
    { connection: DOWN, gatewayActivity: known([act('virtualNetworkGateways/delete', DAY)], NOW) },
    'possible',
    /old address/,
  ],
  ['never up', { connection: NEVER_UP }, 'possible', /no time when a tunnel to it was up/],
  [
    'a name',
    {
      connection: DOWN,
      site: known({ ...site('lng'), gatewayIpAddress: undefined, fqdn: 'vpn.contoso.com' }, NOW),
    },
    'not checked',
    /vpn\.contoso\.com/,
  ],
  ['was up in the days of the log, nothing changed', { connection: FELL }, 'ruled out', /nobody changed it/],
  [
    'was up before the log begins',
    { connection: DOWN },
    'not checked',
    /came up on 5 Nov, .*the activity log was read for the last 7 days.*older changes/,
  ],
  [
    'the log may not be read',
    { connection: DOWN, siteActivity: REFUSED },
    'not checked',
    /activity log of the local/,
  ],
  [
    'the site was not read',
    { connection: DOWN, site: { is: 'none' } },
    'not checked',
    /local network gateway/,
  ],
  ['Azure does not say whether it is up', { connection: UNKNOWN }, 'not checked', /reports Unknown/],
  ['two networks', { connection: { ...DOWN, gateway2Id: GATEWAY_2 } }, undefined, /^$/],
])('%s', (_, change, verdict, says) => {
  const finding = addresses(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
