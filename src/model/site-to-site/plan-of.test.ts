import { describe, expect, test } from 'vitest'
import {
  connection,
  gateway,
  idOf,
  network,
  publicAddress,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { goodAnswers, surroundings, VNET } from '../../../tests/support/surroundings.ts'
import { checksOf } from './checks-of.ts'
import { planOf } from './plan-of.ts'
import { readAnswers } from './read-answers.ts'
import { secretValues } from './secrets.ts'
import { summaryOf } from './summary.ts'

const AROUND = surroundings([VNET])
const TWO = goodAnswers(AROUND, { devices: 2 })
const names = (ids: readonly string[]) => ids.map((id) => id.split('/').at(-1))

describe('production with two devices in a network that is there', () => {
  const plan = planOf(TWO, AROUND)

  test('each resource after what it depends on', () => {
    expect(
      plan.resources.map(({ id, settings, dependsOn }) => [names([id])[0], settings, names(dependsOn)]),
    ).toEqual([
      ['GatewaySubnet', '10.20.255.224/27', []],
      ['pip-vgw-weu-1', 'Standard, static, zones 1, 2, 3', []],
      ['pip-vgw-weu-2', 'Standard, static, zones 1, 2, 3', []],
      ['vgw-weu', 'VpnGw2AZ, active-active, AS 65515', ['GatewaySubnet', 'pip-vgw-weu-1', 'pip-vgw-weu-2']],
      ['lng-onprem-1', '203.0.113.130, AS 64710, peer 10.90.0.1', []],
      ['lng-onprem-2', '203.0.113.131, AS 64710, peer 10.90.0.2', []],
      ['cn-weu-to-onprem-1', 'IKEv2, BGP, policy Compatible', ['vgw-weu', 'lng-onprem-1']],
      ['cn-weu-to-onprem-2', 'IKEv2, BGP, policy Compatible', ['vgw-weu', 'lng-onprem-2']],
    ])
  })

  test('is one deployment in the group; the network itself is not written', () => {
    expect(plan).toMatchObject({
      groups: [],
      at: { subscriptionId: SUBSCRIPTION, resourceGroup: 'rg-net-weu' },
      location: 'westeurope',
      name: 's2s-vgw-weu',
      uses: [{ id: VNET.id, note: 'Only its new subnet is written' }],
    })
  })

  test('the gateway is sent as the skeleton has it', () => {
    const subnet = { id: `${VNET.id}/subnets/GatewaySubnet` }
    const configuration = (name: string, address: string) => ({
      name,
      properties: {
        privateIPAllocationMethod: 'Dynamic',
        subnet,
        publicIPAddress: { id: idOf('publicIPAddresses', address) },
      },
    })
    expect(plan.resources[3]?.body).toEqual({
      location: 'westeurope',
      properties: {
        gatewayType: 'Vpn',
        vpnType: 'RouteBased',
        vpnGatewayGeneration: 'Generation2',
        sku: { name: 'VpnGw2AZ', tier: 'VpnGw2AZ' },
        activeActive: true,
        enableBgp: true,
        bgpSettings: { asn: 65515 },
        ipConfigurations: [
          configuration('default', 'pip-vgw-weu-1'),
          configuration('activeActive', 'pip-vgw-weu-2'),
        ],
      },
    })
  })

  test('a key has a parameter of its own, and is in no body', () => {
    const connections = plan.resources.slice(-2)
    expect(connections.flatMap(({ secrets = [] }) => secrets.map(({ parameter }) => parameter))).toEqual([
      'sharedKeyOnprem1',
      'sharedKeyOnprem2',
    ])
    expect(JSON.stringify(plan.resources.map(({ body }) => body))).not.toContain('sharedKey')
    expect(secretValues(TWO, { s1: 'one', s2: 'two' })).toEqual({
      sharedKeyOnprem1: 'one',
      sharedKeyOnprem2: 'two',
    })
  })

  test('APIPA addresses name the configuration of their instance', () => {
    const answers = { ...TWO, gateway: { ...TWO.gateway, apipa: ['169.254.21.2, 169.254.21.6', ''] } }
    const configurations = `${idOf('virtualNetworkGateways', 'vgw-weu')}/ipConfigurations`
    expect(planOf(answers, AROUND).resources[3]?.body.properties).toMatchObject({
      bgpSettings: {
        bgpPeeringAddresses: [
          {
            ipconfigurationId: `${configurations}/default`,
            customBgpIpAddresses: ['169.254.21.2', '169.254.21.6'],
          },
          { ipconfigurationId: `${configurations}/activeActive`, customBgpIpAddresses: [] },
        ],
      },
    })
  })
})

test('an existing gateway: local network gateways and connections only', () => {
  const vgw = gateway('vgw', {
    ipConfigurations: [{ name: 'default', subnetId: `${VNET.id}/subnets/GatewaySubnet` }],
  })
  const around = surroundings([VNET, vgw, connection('cn')])
  const plan = planOf(goodAnswers(around), around)
  expect(names(plan.resources.map(({ id }) => id))).toEqual(['lng-onprem', 'cn-vgw-to-onprem'])
  expect(plan.resources[1]?.dependsOn).toEqual([plan.resources[0]?.id])
  expect(plan.uses).toEqual([
    { id: vgw.id, note: 'Not changed' },
    { id: VNET.id, note: 'Not changed' },
  ])
})

test('an existing site and an existing address are only referred to', () => {
  const spare = publicAddress('pip-spare', { zones: ['1', '2', '3'] })
  const around = surroundings([VNET, spare])
  const good = goodAnswers(around)
  const site = idOf('localNetworkGateways', 'lng-there')
  const plan = planOf(
    {
      ...good,
      gateway: {
        ...good.gateway,
        addresses: good.gateway.addresses.with(0, { is: 'existing', id: spare.id }),
      },
      sites: good.sites.map((one) => ({ ...one, use: 'existing', existing: site })),
    },
    around,
  )
  expect(plan.resources.map(({ type }) => type.split('/').at(-1))).toEqual([
    'subnets',
    'publicIPAddresses',
    'virtualNetworkGateways',
    'connections',
  ])
  expect(names(plan.uses.map(({ id }) => id))).toEqual(['vnet-hub-weu', 'pip-spare', 'lng-there'])
})

test('a new network in a new group brings its GatewaySubnet; a region without zones none', () => {
  const answers = {
    ...TWO,
    network: {
      ...TWO.network,
      group: { is: 'new' as const, name: 'rg-new' },
      region: 'westus',
      network: { is: 'new' as const, name: 'vnet-new' },
      addressSpace: '10.1.0.0/16, 10.2.0.0/16',
      gatewaySubnet: '10.1.255.224/27',
    },
  }
  const plan = planOf(answers, AROUND)
  expect(plan.groups).toEqual([{ subscriptionId: SUBSCRIPTION, name: 'rg-new', location: 'westus' }])
  expect(plan.resources[0]?.body).toEqual({
    location: 'westus',
    properties: {
      addressSpace: { addressPrefixes: ['10.1.0.0/16', '10.2.0.0/16'] },
      subnets: [{ name: 'GatewaySubnet', properties: { addressPrefix: '10.1.255.224/27' } }],
    },
  })
  expect(plan.resources[1]?.body.zones).toBeUndefined()
  expect(plan.resources[1]?.settings).toBe('Standard, static, no zones')
})

test.each([
  ['Failed', 'There already, though its last change failed; not changed'],
  ['Succeeded', 'Made already, as planned'],
])('a network that is there as planned and %s is used, not written', (provisioningState, note) => {
  const answers = {
    ...TWO,
    network: {
      ...TWO.network,
      network: { is: 'new' as const, name: 'vnet-new' },
      addressSpace: '10.1.0.0/16',
      gatewaySubnet: '10.1.255.224/27',
    },
  }
  const wanted = planOf(answers, AROUND).resources[0]
  if (!wanted) throw new Error('no network')
  const there = network('vnet-new', { provisioningState, body: { ...wanted.body, tags: { owner: 'ann' } } })
  expect(there.id).toBe(wanted.id)
  const plan = planOf(answers, surroundings([VNET, there]))
  expect(names(plan.resources.map(({ id }) => id))).not.toContain('vnet-new')
  expect(plan.resources.flatMap(({ dependsOn }) => dependsOn)).not.toContain(there.id)
  expect(plan.uses).toContainEqual({ id: there.id, note })
})

describe('summary', () => {
  test.each([
    [{ devices: 2 }, '4 tunnels, 3 zones'],
    [{}, '2 tunnels, 3 zones'],
    [{ use: 'test' }, '1 tunnel, 3 zones'],
  ] as const)('%j', (goal, redundancy) => {
    expect(summaryOf(goodAnswers(AROUND, goal), [], AROUND).redundancy).toBe(redundancy)
  })

  test('counts what it creates and what was found', () => {
    const checks = checksOf(TWO, { s1: 'short' }, AROUND)
    expect(summaryOf(TWO, checks, AROUND)).toMatchObject({ creates: 8, errors: 1, advice: 1 })
    // An address, the gateway after it, and a connection after that.
    expect(summaryOf(TWO, checks, AROUND).time).toMatchObject({ from: 981_000, of: 'azure' })
  })

  test('says what it means for what is there', () => {
    expect(summaryOf(TWO, [], AROUND).effect).toBe(
      'Nothing that carries traffic today is touched: vnet-hub-weu gets a GatewaySubnet, its other subnets stay as they are.',
    )
    const vgw = gateway('vgw', {
      ipConfigurations: [{ name: 'default', subnetId: `${VNET.id}/subnets/GatewaySubnet` }],
    })
    const around = surroundings([VNET, vgw, connection('cn')])
    const { effect, redundancy } = summaryOf(goodAnswers(around), [], around)
    expect(effect).toBe('vgw and its 1 connection are not changed; new ones are added beside them.')
    expect(redundancy).toBe('1 tunnel, zones not known')
  })
})

describe('a draft', () => {
  test('is read as it was kept', () => {
    expect(readAnswers(JSON.parse(JSON.stringify(TWO)))).toEqual(TWO)
  })

  test.each([{}, { goal: {} }, { goal: {}, network: {}, gateway: {}, sites: 'x', connection: {} }])(
    'is none: %j',
    (stored) => {
      expect(readAnswers(stored)).toBeUndefined()
    },
  )

  test('of another shape is taken as not typed', () => {
    const odd = readAnswers({
      goal: { devices: 7, routing: 'rip', use: 3 },
      network: { group: 'x', network: { is: 'existing', id: 7 }, addressSpace: [] },
      gateway: { addresses: ['x', { is: 'existing', id: '/a' }], activeActive: 'yes', apipa: [1, 'a'] },
      sites: [{ key: '' }, { key: 's1', use: 'stolen', values: 4 }, { key: 's1', name: 'twice' }],
      connection: { custom: { dhGroup: '<b>' }, selectors: [{ local: 'x' }, 4] },
    })
    expect(odd?.goal).toEqual({ gateway: 'new', devices: 1, routing: 'static', use: 'production' })
    expect(odd?.network).toMatchObject({
      group: { is: 'new', name: '' },
      network: { is: 'existing', id: '' },
    })
    expect(odd?.gateway).toMatchObject({
      addresses: [
        { is: 'new', name: '' },
        { is: 'existing', id: '/a' },
      ],
      activeActive: false,
      apipa: ['a'],
    })
    expect(odd?.sites).toHaveLength(1)
    expect(odd?.sites[0]).toMatchObject({ use: 'new', name: '', values: { by: 'address', prefixes: [] } })
    expect(odd?.connection.custom.dhGroup).toBe('ECP384')
    expect(odd?.connection.selectors).toEqual([{ local: [], remote: [] }])
  })
})
