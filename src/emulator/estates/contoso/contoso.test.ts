import { describe, expect, test } from 'vitest'
import { contoso } from './contoso.ts'
import { at, members, named, nameOf, ofType, strings, typeOf } from './rows.test-support.ts'

const { resources, resourceGroups, subscriptions, running } = contoso
const lower = (text: string) => text.toLowerCase()
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const namePattern = /^[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$/

describe('the company', () => {
  test('has three subscriptions, five regions and about 150 resources', () => {
    expect(subscriptions.map((one) => one.displayName)).toEqual(['Connectivity', 'Production', 'Lab'])
    const regions = resources.flatMap((one) => one.location ?? [])
    expect([...new Set(regions)].sort()).toEqual([
      'eastus',
      'northeurope',
      'southeastasia',
      'swedencentral',
      'westeurope',
    ])
    expect(resources.length).toBeGreaterThan(130)
    expect(resources.length).toBeLessThan(200)
    expect(resourceGroups.length).toBeGreaterThanOrEqual(15)
  })

  test('uses every resource group, and none that is not there', () => {
    const key = (subscription: string, group: string) => lower(`${subscription}/${group}`)
    const there = resourceGroups.map((one) => key(one.subscriptionId, one.name))
    const used = resources.map(({ id }) => {
      const [, , subscription = '', , group = ''] = id.split('/')
      return key(subscription, group)
    })
    expect(new Set(used)).toEqual(new Set(there))
    expect(new Set(there).size).toBe(there.length)
    const known = subscriptions.map((one) => one.subscriptionId)
    for (const one of resourceGroups) expect(known).toContain(one.subscriptionId)
  })
})

describe('ids', () => {
  test('are unique without regard to case', () => {
    const ids = resources.map((one) => lower(one.id))
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
  })

  test.each(resources.map((one) => [nameOf(one), one] as const))('%s is well formed', (name, one) => {
    expect(one.id).toMatch(
      /^\/subscriptions\/[0-9a-f-]{36}\/resourceGroups\/[\w.()-]+\/providers\/Microsoft\.Network(\/\w+\/[\w.-]+)+$/,
    )
    expect(name).toMatch(namePattern)
    expect(name.length).toBeLessThanOrEqual(80)
    const isChild = typeOf(one).includes('/')
    expect(one.location === undefined).toBe(isChild)
  })

  test('of children lie under a resource that is there', () => {
    const ids = new Set(resources.map((one) => one.id))
    const orphans = resources.filter((one) => {
      return typeOf(one).includes('/') && !ids.has(one.id.split('/').slice(0, -2).join('/'))
    })
    expect(orphans).toEqual([])
  })

  test('in properties and in what is running refer to something that is there', () => {
    const inside = resources.flatMap((one) =>
      [...members(one.properties)].flatMap(({ owner }) => ('name' in owner ? at(owner, 'id') : [])),
    )
    const known = new Set([...resources.map((one) => one.id), ...inside])
    const isId = (text: string) => text.startsWith('/subscriptions/')
    const used = resources.flatMap((one) => strings(one.properties).filter(isId))
    used.push(...running.map((one) => one.resourceId))
    expect(used.length).toBeGreaterThan(150)
    expect(used.filter((id) => !known.has(id))).toEqual([])
  })
})

describe('rows', () => {
  test('leave out what the emulator adds when it answers', () => {
    const added = [
      'etag',
      'provisioningState',
      'resourceGuid',
      'subnets',
      'virtualNetworkPeerings',
      'ipConfiguration',
      'peerings',
      'authorizations',
      'natRules',
      'circuits',
      'virtualHubs',
      'vpnSites',
      'expressRouteConnections',
      'connections',
      'vpnGateway',
      'p2SVpnGateway',
      'expressRouteGateway',
      'azureFirewall',
    ]
    const found = resources.flatMap((one) =>
      [...members(one.properties)].filter(({ key }) => added.includes(key)).map(({ key }) => [one.id, key]),
    )
    expect(found).toEqual([])
  })

  test('have text as tags, in every script a site may need', () => {
    const values = [...resources, ...resourceGroups].flatMap((one) => Object.values(one.tags ?? {}))
    for (const value of values) expect(typeof value).toBe('string')
    expect(values).toEqual(expect.arrayContaining(['Gdańsk', 'Łódź', 'Malmö', 'Hà Nội']))
    expect(resources.some((one) => one.tags === undefined && one.location !== undefined)).toBe(true)
  })

  test('mark each secret so that a test can look for it where it must not be', () => {
    const all = resources.flatMap((one) => [...members(one.properties)])
    const values = (...keys: string[]) =>
      all.filter(({ key }) => keys.includes(key)).map(({ value }) => value)
    const free = values('sharedKey', 'radiusServerSecret')
    expect(free.length).toBeGreaterThan(15)
    for (const value of free) expect(value).toContain('SECRET')
    const keys = values('serviceKey', 'authorizationKey')
    expect(keys.length).toBeGreaterThanOrEqual(8)
    for (const key of keys) expect(key).toMatch(guid)
  })
})

describe('gateways', () => {
  test('do not share a public address, a VNet or a hub with their own kind', () => {
    const held = ofType('virtualNetworkGateways').flatMap((one) =>
      at(one.properties, 'ipConfigurations.properties.publicIPAddress.id'),
    )
    expect(new Set(held).size).toBe(held.length)
    const homes = ofType('virtualNetworkGateways').map((one) =>
      [
        at(one.properties, 'gatewayType'),
        at(one.properties, 'ipConfigurations.properties.subnet.id')[0],
      ].join(),
    )
    expect(new Set(homes).size).toBe(homes.length)
  })

  test('belong to the hub where a spoke uses them, and to one hub only', () => {
    const vnetsWithGateway = new Set(
      ofType('virtualNetworkGateways').flatMap((one) =>
        at(one.properties, 'ipConfigurations.properties.subnet.id').map((id) => id.split('/subnets/')[0]),
      ),
    )
    const sides = ofType('virtualNetworks/virtualNetworkPeerings')
    const using = sides.filter((one) => one.properties['useRemoteGateways'] === true)
    const spokes = using.map((one) => one.id.split('/virtualNetworkPeerings/')[0])
    expect(spokes.length).toBeGreaterThan(5)
    expect(new Set(spokes).size).toBe(spokes.length)
    for (const [i, side] of using.entries()) {
      const [hub = ''] = at(side.properties, 'remoteVirtualNetwork.id')
      expect(vnetsWithGateway).toContain(hub)
      expect(vnetsWithGateway).not.toContain(spokes[i])
      const other = sides.find(
        (one) =>
          one.id.startsWith(`${hub}/`) && at(one.properties, 'remoteVirtualNetwork.id')[0] === spokes[i],
      )
      expect(other?.properties['allowGatewayTransit']).toBe(true)
    }
  })

  test('have as many tunnels to a site as they have instances, or report none', () => {
    for (const one of ofType('connections')) {
      const tunnels = at(one.properties, 'tunnelConnectionStatus.tunnel').length
      const [id] = at(one.properties, 'virtualNetworkGateway1.id')
      const gateway = resources.find((other) => other.id === id)
      const instances = at(gateway?.properties, 'ipConfigurations.name').length
      expect([0, instances]).toContain(tunnels)
    }
  })
})

/** The faults others rely on by name. */
describe('what is wrong', () => {
  const statuses = (name: string) => at(named(name).properties, 'tunnelConnectionStatus.connectionStatus')

  test('cn-weu-to-gdansk has one tunnel of two', () => {
    expect(named('cn-weu-to-gdansk').properties['connectionStatus']).toBe('Connected')
    expect(statuses('cn-weu-to-gdansk')).toEqual(['Connected', 'NotConnected'])
  })

  test('cn-eus-to-branch-denver is down', () => {
    expect(named('cn-eus-to-branch-denver').properties['connectionStatus']).toBe('NotConnected')
    expect(statuses('cn-eus-to-branch-denver')).toEqual(['NotConnected', 'NotConnected'])
  })

  test('of cn-neu-to-dublin-dr, on a Basic gateway, and the new cn-swc-to-umea nobody knows', () => {
    for (const name of ['cn-neu-to-dublin-dr', 'cn-swc-to-umea']) {
      expect(named(name).properties['connectionStatus']).toBe('Unknown')
      expect(statuses(name)).toEqual([])
    }
    expect(named('vgw-lab-basic').properties).toMatchObject({ sku: { name: 'Basic' } })
  })

  test('vgw-neu-dr failed, and nothing else did', () => {
    expect(resources.filter((one) => one.provisioningState).map(nameOf)).toEqual(['vgw-neu-dr'])
  })

  test('vgw.analytics.eus and the router of vhub-eastus-01 are not finished', () => {
    expect(running.map((one) => [one.resourceId.split('/').at(-1), one.shows])).toEqual([
      ['vgw.analytics.eus', 'resource'],
      ['vhub-eastus-01', 'router'],
    ])
    for (const one of running) expect(one.startedSecondsAgo).toBeLessThan(one.durationSeconds)
    expect(named('vhub-eastus-01').properties).toMatchObject({ routingState: 'Provisioning' })
  })

  test('er-ams-equinix-1 waits for its provider', () => {
    const waiting = ofType('expressRouteCircuits').filter(
      (one) => one.properties['serviceProviderProvisioningState'] !== 'Provisioned',
    )
    expect(waiting.map(nameOf)).toEqual(['er-ams-equinix-1'])
  })

  test('erport-ams-1 has a link that is switched off', () => {
    const states = at(named('erport-ams-1').properties, 'links.properties.adminState')
    expect(states).toEqual(['Enabled', 'Disabled'])
  })

  test('branch-hanoi is the only branch that is down, on its only link', () => {
    const lost = ofType('vpnGateways/vpnConnections').filter(
      (one) => one.properties['connectionStatus'] !== 'Connected',
    )
    expect(lost.map(nameOf)).toEqual(['branch-hanoi'])
    expect(at(lost[0]?.properties, 'vpnLinkConnections.name')).toEqual(['link-fpt'])
  })

  test('two peerings have one side only', () => {
    const halves = ofType('virtualNetworks/virtualNetworkPeerings').filter(
      (one) => one.properties['peeringState'] !== 'Connected',
    )
    expect(halves.map((one) => one.properties['peeringState'])).toEqual(['Initiated', 'Disconnected'])
  })

  test('rs-swc-01 is no hub of a Virtual WAN', () => {
    const servers = ofType('virtualHubs').filter((one) => one.kind === 'RouteServer')
    expect(servers.map(nameOf)).toEqual(['rs-swc-01'])
    expect(servers[0]?.properties).not.toHaveProperty('virtualWan')
  })
})
