import { describe, expect, test } from 'vitest'
import { gateway, network, publicAddress, site } from '../../../tests/support/resources.ts'
import { goodAnswers, goodKeys, surroundings, UNDER_LOCK, VNET } from '../../../tests/support/surroundings.ts'
import { checksOf } from './checks-of.ts'
import { defaultReason } from './default-reason.ts'
import { settled, withGoal, withNewNetwork } from './defaults.ts'
import { networkIdOf } from './place.ts'
import { planOf } from './plan-of.ts'
import { withoutSite, withSite } from './sites.ts'
import { startingAnswers } from './starting-answers.ts'
import { touching } from '../wizard/touched.ts'

const AROUND = surroundings([VNET])

describe('what the wizard begins with', () => {
  test('for a virtual network: its group and region, a /27 at its end, and names after it', () => {
    const { network: place, gateway: made, goal } = startingAnswers({ networkId: VNET.id }, AROUND)
    expect(goal).toEqual({ gateway: 'new', devices: 1, routing: 'static', use: 'production' })
    expect(place).toMatchObject({
      group: { is: 'existing', id: VNET.id.split('/').slice(0, 5).join('/') },
      region: 'westeurope',
      gatewaySubnet: '10.20.255.224/27',
    })
    expect(made).toMatchObject({
      name: 'vgw-weu',
      sku: 'VpnGw2AZ',
      generation: 'Generation2',
      activeActive: true,
      addresses: [
        { is: 'new', name: 'pip-vgw-weu-1' },
        { is: 'new', name: 'pip-vgw-weu-2' },
      ],
      bgp: false,
    })
  })

  test('for nothing yet: a virtual network of its own, in a space nothing has', () => {
    const { network: place } = startingAnswers(
      {},
      surroundings([
        network('a', { addressPrefixes: ['10.0.0.0/15'] }),
        site('b', { addressPrefixes: ['10.2.7.0/24'] }),
      ]),
    )
    expect(place).toMatchObject({
      network: { is: 'new', name: 'vnet-hub-weu' },
      addressSpace: '10.3.0.0/16',
      gatewaySubnet: '10.3.255.224/27',
    })
  })

  test('for a gateway, and for a virtual network that has one', () => {
    const vgw = gateway('vgw', {
      enableBgp: true,
      ipConfigurations: [{ name: 'default', subnetId: `${VNET.id}/subnets/GatewaySubnet` }],
    })
    const around = surroundings([VNET, vgw])
    for (const from of [{ gatewayId: vgw.id }, { networkId: VNET.id }]) {
      const answers = startingAnswers(from, around)
      expect(answers.goal).toMatchObject({ gateway: 'existing', routing: 'bgp' })
      expect(answers.gateway.existing).toBe(vgw.id)
      expect(answers.sites[0]?.connection).toBe('cn-vgw-to-onprem')
    }
  })

  test('takes names that are free', () => {
    const around = surroundings([VNET, publicAddress('pip-vgw-weu-1'), gateway('vgw-weu')])
    const { gateway: made } = startingAnswers({ networkId: VNET.id }, around)
    expect(made.name).toBe('vgw-weu-2')
    expect(made.addresses[0]).toEqual({ is: 'new', name: 'pip-vgw-weu-2-1' })
  })

  test('an address that is taken counts on', () => {
    const around = surroundings([VNET, publicAddress('pip-vgw-weu-1')])
    expect(startingAnswers({ networkId: VNET.id }, around).gateway.addresses).toEqual([
      { is: 'new', name: 'pip-vgw-weu-2' },
      { is: 'new', name: 'pip-vgw-weu-3' },
    ])
  })

  test('another place for the plan takes names that are free there, once', () => {
    const there = gateway('vgw-weu-prod')
    const around = surroundings([VNET, there, site('lng-onprem-1'), site('lng-onprem-2')])
    const empty = startingAnswers({}, around)
    const asked = withGoal(empty, { ...empty.goal, gateway: 'existing', devices: 2 }, around)
    expect(asked.sites.map(({ name }) => name)).toEqual(['lng-onprem-1', 'lng-onprem-2'])
    const chosen = settled({ ...asked, gateway: { ...asked.gateway, existing: there.id } }, around)
    expect(chosen.sites.map(({ name }) => name)).toEqual(['lng-onprem-3', 'lng-onprem-4'])
    expect(settled(chosen, around)).toEqual(chosen)
  })
})

describe('defaults follow the goal', () => {
  const started = startingAnswers({ networkId: VNET.id }, AROUND)
  const test_ = withGoal(started, { ...started.goal, use: 'test' }, AROUND)
  const two = withGoal(started, { ...started.goal, devices: 2 }, AROUND)

  test('test: a small SKU, active-standby, one address', () => {
    expect(test_.gateway).toMatchObject({ sku: 'VpnGw1AZ', generation: 'Generation1', activeActive: false })
    expect(test_.gateway.addresses).toHaveLength(1)
    expect(withGoal(test_, started.goal, AROUND).gateway).toEqual(started.gateway)
  })

  test('two devices: BGP, a second site beside the first', () => {
    expect(two.goal.routing).toBe('bgp')
    expect(two.gateway.bgp).toBe(true)
    expect(two.sites.map(({ name, connection }) => [name, connection])).toEqual([
      ['lng-onprem-1', 'cn-weu-to-onprem-1'],
      ['lng-onprem-2', 'cn-weu-to-onprem-2'],
    ])
    expect(withGoal(two, started.goal, AROUND).sites).toHaveLength(1)
  })

  test('what somebody touched stays', () => {
    const sized = touching(
      { ...started, gateway: { ...started.gateway, sku: 'VpnGw5AZ', generation: 'Generation2' } },
      'gateway.sku',
    )
    const { gateway: kept } = withGoal(sized, { ...sized.goal, use: 'test' }, AROUND)
    expect(kept).toMatchObject({ sku: 'VpnGw5AZ', generation: 'Generation2', activeActive: false })
    const routed = withGoal(started, { ...started.goal, routing: 'bgp' }, AROUND)
    const chosen = withGoal(routed, { ...routed.goal, routing: 'static' }, AROUND)
    expect(withGoal(chosen, { ...chosen.goal, devices: 2 }, AROUND).goal.routing).toBe('static')
  })

  test('the second device follows the first, until it is told otherwise', () => {
    const first = {
      ...two.sites[0]!,
      name: 'lng-malmo-1',
      values: { ...two.sites[0]!.values, prefixes: ['10.90.0.0/16'], asn: '64710' },
    }
    const typed = settled(
      touching({ ...two, sites: [first, two.sites[1]!] }, 'sites.0.name', 'sites.0.values'),
      AROUND,
    )
    expect(typed.sites[1]).toMatchObject({
      name: 'lng-malmo-2',
      connection: 'cn-weu-to-malmo-2',
      values: { prefixes: ['10.90.0.0/16'], asn: '64710', bgp: true, address: '' },
    })
  })

  test('a new virtual network in place of one that is there has a name and prefixes', () => {
    const { network: made } = withNewNetwork(touching(started, 'network.network'), AROUND)
    expect(made.network).toEqual({ is: 'new', name: 'vnet-hub-weu-2' })
    expect([made.addressSpace, made.gatewaySubnet]).not.toContain('')
    expect(made.addressSpace).not.toBe('10.20.0.0/16')
  })

  test('a site that goes takes along what was touched of it', () => {
    const three = withSite(two, AROUND)
    const named = { ...three, sites: three.sites.map((one, at) => ({ ...one, name: `lng-${at}` })) }
    const less = withoutSite(touching(named, 'sites.1.name', 'sites.2.name', 'sites.0.name'), 1, AROUND)
    expect(less.touched.filter((field) => field.startsWith('sites.'))).toEqual([
      'sites.1.name',
      'sites.0.name',
    ])
    expect(less.sites.map(({ key, name }) => [key, name])).toEqual([
      ['s1', 'lng-0'],
      ['s3', 'lng-2'],
    ])
  })

  test('each says why', () => {
    for (const field of [
      'gateway.sku',
      'gateway.activeActive',
      'network.gatewaySubnet',
      'gateway.addresses.0',
    ])
      expect(defaultReason(field, started, AROUND), field).toMatch(/\.$/)
    expect(defaultReason('gateway.sku', touching(started, 'gateway.sku'), AROUND)).toBeUndefined()
  })
})

test('what is proposed, with what has no default typed, is a plan without fault', () => {
  for (const goal of [{}, { devices: 2 }, { use: 'test' }] as const) {
    const answers = goodAnswers(AROUND, goal)
    expect(checksOf(answers, goodKeys(answers), AROUND)).toEqual([])
    expect(planOf(answers, AROUND).resources.length).toBeGreaterThan(4)
  }
})

test('a virtual network of the plan is found in its group, also under a lock of it', () => {
  const started = startingAnswers({}, surroundings([]))
  const under = (name: string) => {
    const around = surroundings([network(name)], { rights: UNDER_LOCK })
    return networkIdOf(settled(started, around), around)
  }
  const before = networkIdOf(started, surroundings([]))
  expect(under('vnet-hub-weu')).toBe(before)
  // What is not begun goes elsewhere.
  expect(under('vnet-other')).not.toBe(before)
})
