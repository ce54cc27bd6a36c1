import { expect, test } from 'vitest'
import { connection, idOf, site } from '../../../tests/support/resources.ts'
import type { NatRule } from '../resources/vpn.ts'
import { facts, shortOf, wordsOf, GATEWAY_2, NOW, REFUSED, UP } from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const RULE = `${idOf('virtualNetworkGateways', 'vgw')}/natRules/one`
const withRules = (change = {}) => connection('cn', { natRuleIds: [RULE], ...change })
const rule = (name: string, change: Partial<NatRule> = {}): NatRule => ({
  ...UP,
  kind: 'natRule',
  name,
  natType: 'Static',
  mode: 'IngressSnat',
  internalPrefixes: ['192.168.10.0/24'],
  externalPrefixes: ['100.64.10.0/24'],
  ...change,
})
import type { Facts } from './facts.ts'
import { nat } from './nat.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['none', {}, 'ruled out', /No NAT rule/],
  [
    'one that fits',
    { connection: withRules(), natRules: known([rule('one')], NOW) },
    'ruled out',
    /goes with the rest/,
  ],
  [
    'with policy-based selectors',
    { connection: withRules({ usePolicyBasedTrafficSelectors: true }) },
    'very likely',
    /policy-based traffic selectors are on/,
  ],
  [
    'between two networks',
    { connection: withRules({ connectionType: 'Vnet2Vnet', gateway2Id: GATEWAY_2 }) },
    'very likely',
    /joins two virtual networks/,
  ],
  [
    'with an APIPA peer',
    {
      connection: withRules({ enableBgp: true }),
      site: known(site('lng', { bgp: { asn: 65010, peeringAddress: '169.254.21.2', addresses: [] } }), NOW),
    },
    'very likely',
    /APIPA/,
  ],
  [
    'dynamic beside static',
    { connection: withRules(), natRules: known([rule('one', { natType: 'Dynamic' }), rule('two')], NOW) },
    'possible',
    /one is Dynamic/,
  ],
  [
    'unequal sizes',
    {
      connection: withRules(),
      natRules: known([rule('one', { externalPrefixes: ['100.64.10.0/25'] })], NOW),
    },
    'possible',
    /different length/,
  ],
  [
    'rules that were not read',
    { connection: withRules(), natRules: { is: 'none' } },
    'not checked',
    /NAT rules/,
  ],
  ['rules that may not be read', { connection: withRules(), natRules: REFUSED }, 'not checked', /403/],
])('%s', (_, change, verdict, says) => {
  const finding = nat(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
