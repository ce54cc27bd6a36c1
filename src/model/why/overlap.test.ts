import { expect, test } from 'vitest'
import { connection, network, site } from '../../../tests/support/resources.ts'
import {
  DOWN,
  facts,
  GATEWAY_2,
  NOW,
  REFUSED,
  shortOf,
  UP,
  wordsOf,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import type { Facts } from './facts.ts'
import { networkOverlap, siteOverlap } from './overlap.ts'

type Rule = (facts: Facts) => ReturnType<typeof networkOverlap>
const withSite = (...addressPrefixes: string[]) => known(site('lng', { addressPrefixes }), NOW)
const beside = (name: string, ...addressPrefixes: string[]) => ({
  connection: connection(`cn-${name}`),
  site: site(name, { addressPrefixes }),
})
const SPOKE = network('spoke', {
  addressPrefixes: ['10.48.0.0/16'],
  peerings: [{ id: 'p', name: 'p', useRemoteGateways: true, allowGatewayTransit: false }],
})

test.each<
  [what: string, rule: Rule, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]
>([
  ['apart', networkOverlap, {}, 'ruled out', /share no range/],
  [
    'in the network, and up',
    networkOverlap,
    { connection: UP, site: withSite('10.20.4.0/24') },
    'possible',
    /10\.20\.4\.0\/24 of the site overlaps 10\.20\.0\.0\/16 of vnet/,
  ],
  [
    'in a network behind it',
    networkOverlap,
    { connection: UP, site: withSite('10.48.0.0/12'), spokes: [SPOKE] },
    'possible',
    /of spoke/,
  ],
  [
    'in a network beside it, which does not use the gateway',
    networkOverlap,
    { connection: UP, site: withSite('10.48.0.0/12'), spokes: [{ ...SPOKE, peerings: [] }] },
    'ruled out',
    /share no range/,
  ],
  [
    'no tunnel is kept down by it',
    networkOverlap,
    { connection: DOWN, site: withSite('10.20.4.0/24') },
    'unlikely',
    /matters once/,
  ],
  [
    'translated',
    networkOverlap,
    { connection: { ...UP, natRuleIds: ['x'] }, site: withSite('10.20.4.0/24') },
    'ruled out',
    /NAT rule/,
  ],
  ['network: not read', networkOverlap, { network: { is: 'none' } }, 'not checked', /virtual network/],
  [
    'network: two networks',
    networkOverlap,
    { connection: { ...UP, gateway2Id: GATEWAY_2 } },
    undefined,
    /^$/,
  ],
  ['no other site', siteOverlap, {}, 'ruled out', /No other site/],
  ['another range', siteOverlap, { neighbours: [beside('b', '10.99.0.0/16')] }, 'ruled out', /No other site/],
  [
    'the same range',
    siteOverlap,
    { neighbours: [beside('b', '10.70.8.0/24')] },
    'possible',
    /10\.70\.0\.0\/16 overlaps 10\.70\.8\.0\/24 of b/,
  ],
  [
    'the same site twice without BGP',
    siteOverlap,
    { neighbours: [beside('lng', '10.70.0.0/16')] },
    'possible',
    /cn-lng leads to the same site/,
  ],
  [
    'the same site twice with BGP',
    siteOverlap,
    { connection: { ...UP, enableBgp: true }, neighbours: [beside('lng', '10.70.0.0/16')] },
    'ruled out',
    /BGP says/,
  ],
  ['site: may not be read', siteOverlap, { site: REFUSED }, 'not checked', /403/],
])('%s', (_, rule, change, verdict, says) => {
  const finding = rule(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
