import { describe, expect, it, test } from 'vitest'
import { gateway, natRule } from '../../../tests/support/resources.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { bodyOf } from './edit.ts'
import {
  natRuleEdit,
  natRuleProblems,
  natRuleRemoval,
  newNatRule,
  type TypedNatRule,
  typedNatRuleOf,
  whyNoNatRules,
} from './nat-rules.ts'

const GATEWAY = gateway('gw')
const OTHER = natRule('dallas')
const TYPED: TypedNatRule = {
  name: 'boston',
  type: 'Static',
  mode: 'IngressSnat',
  internal: '10.2.0.0/24',
  external: '192.168.2.0/24',
  ipConfigurationId: '',
}

describe('a rule', () => {
  it.each<
    [
      what: string,
      typed: Partial<TypedNatRule>,
      of: Partial<VirtualNetworkGateway>,
      field: keyof TypedNatRule | undefined,
    ]
  >([
    ['as it should be', {}, {}, undefined],
    ['with a slash in its name', { name: 'a/b' }, {}, 'name'],
    ['without a name', { name: '' }, {}, 'name'],
    ['with a name that is taken', { name: 'Dallas' }, {}, 'name'],
    ['static, of two sizes', { external: '192.168.2.0/25' }, {}, 'external'],
    ['dynamic, of two sizes', { type: 'Dynamic', external: '192.168.2.0/27' }, {}, undefined],
    ['dynamic, too large', { type: 'Dynamic', external: '192.168.2.0/25' }, {}, 'external'],
    ['that overlaps another', { external: '192.168.1.0/24', internal: '10.3.0.0/24' }, {}, 'external'],
    ['with no prefix', { internal: '10.2.0.0' }, {}, 'internal'],
    [
      'dynamic, for both instances',
      { type: 'Dynamic', external: '192.168.2.0/27' },
      { activeActive: true },
      'ipConfigurationId',
    ],
  ])('%s', (_, typed, of, field) => {
    const problems = natRuleProblems({ ...GATEWAY, ...of }, { ...TYPED, ...typed }, [OTHER])
    expect(problems.map((one) => one.field)).toEqual(field === undefined ? [] : [field])
  })
})

test('a new rule is a whole resource of the gateway, and holds it', () => {
  const edit = newNatRule(GATEWAY, TYPED)
  expect(edit.id).toBe(`${GATEWAY.id}/natRules/boston`)
  expect(edit.holds).toEqual([GATEWAY.key])
  expect(bodyOf(edit, {})).toEqual({
    name: 'boston',
    properties: {
      type: 'Static',
      mode: 'IngressSnat',
      internalMappings: [{ addressSpace: '10.2.0.0/24' }],
      externalMappings: [{ addressSpace: '192.168.2.0/24' }],
    },
  })
})

test('a change keeps port ranges and what nobody here knows', () => {
  const properties = {
    type: 'Static',
    mode: 'EgressSnat',
    internalMappings: [{ addressSpace: '10.1.0.0/24', portRange: '100-200' }],
    externalMappings: [{ addressSpace: '192.168.1.0/24' }],
    later: 1,
  }
  const rule = natRule('dallas', { body: { properties } })
  expect(natRuleEdit(GATEWAY, rule, typedNatRuleOf(rule)).changes).toEqual([])
  const edit = natRuleEdit(GATEWAY, rule, { ...typedNatRuleOf(rule), internal: '10.9.0.0/24' })
  expect(bodyOf(edit, rule.body)).toEqual({
    properties: {
      ...properties,
      internalMappings: [{ addressSpace: '10.9.0.0/24', portRange: '100-200' }],
    },
  })
})

test('a removal holds the gateway', () => {
  expect(natRuleRemoval(GATEWAY, OTHER)).toMatchObject({
    is: 'removal',
    method: 'DELETE',
    id: OTHER.id,
    holds: [GATEWAY.key],
    action: 'Microsoft.Network/virtualNetworkGateways/natRules/delete',
  })
})

it.each([
  ['Basic', true],
  ['VpnGw1', true],
  ['VpnGw1AZ', true],
  ['VpnGw2', false],
  ['VpnGw5AZ', false],
])('%s: refuses rules is %s', (sku, refuses) => {
  expect(whyNoNatRules(gateway('gw', { sku })) !== undefined).toBe(refuses)
})
