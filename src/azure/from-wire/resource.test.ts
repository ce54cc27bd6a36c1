import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { KINDS } from '../../model/resources/kinds.ts'
import { networkId } from '../scripted.ts'
import { familyFromWire, resourceFromWire } from './resource.ts'

const READ = { source: 'list', at: 5 } as const
const map = (body: JsonObject) => resourceFromWire(body, READ)

describe('the envelope', () => {
  test('in the casing of the wire, compared in lower case', () => {
    const id = networkId('connections', 'To-Site').replace('resourceGroups', 'RESOURCEGROUPS')
    expect(
      map({ id, location: 'West Europe', tags: { a: 'b', c: 1 }, zones: ['1'], etag: 'e' }),
    ).toMatchObject({
      kind: 'connection',
      id,
      key: id.toLowerCase(),
      name: 'To-Site',
      resourceGroup: 'rg',
      location: 'westeurope',
      tags: { a: 'b' },
      zones: ['1'],
      source: 'list',
      readAt: 5,
    })
  })

  test.each([
    ['a type in lower case', { type: 'microsoft.network/virtualnetworkgateways' }, 'virtualNetworkGateway'],
    ['no type: the id tells', {}, 'virtualNetworkGateway'],
    [
      'a type of another provider',
      { id: '/subscriptions/s/resourceGroups/r/providers/Microsoft.Web/sites/x' },
      'other',
    ],
    ['an id that is none', { id: 'odd' }, 'other'],
  ])('%s', (_, more, kind) => {
    expect(map({ id: networkId('virtualNetworkGateways', 'gw'), ...more })?.kind).toBe(kind)
  })

  test.each<[JsonObject]>([[{}], [{ id: null }], [{ id: '' }], [{ id: [] }]])('%j is no resource', (body) => {
    expect(map(body)).toBeUndefined()
  })
})

test.each<[string, JsonObject, JsonObject]>([
  [
    'virtualNetworkGateways',
    { activeActive: true, bgpSettings: null, sku: { name: 'VpnGw1', capacity: 2 } },
    { sku: 'VpnGw1', activeActive: true },
  ],
  [
    'virtualNetworkGateways',
    { vpnClientConfiguration: { vpnClientProtocols: ['OpenVPN'] } },
    { clientAddressPool: [] },
  ],
  [
    'virtualNetworkGateways',
    {
      bgpSettings: {
        asn: 65515,
        bgpPeeringAddresses: [{ ipconfigurationId: '/i', tunnelIpAddresses: ['1.2.3.4'] }],
      },
    },
    { bgp: { asn: 65515, addresses: [{ ipConfigurationId: '/i', tunnelAddresses: ['1.2.3.4'] }] } },
  ],
  [
    'connections',
    { peer: { id: '/c' }, connectionStatus: 'Connected', localNetworkGateway2: { id: '/l' } },
    { circuitId: '/c', connectionStatus: 'Connected', localNetworkGatewayId: '/l' },
  ],
  [
    'expressRouteCircuits',
    { serviceProviderProperties: { bandwidthInMbps: '50' }, serviceKey: 'k' },
    { bandwidthInMbps: 50, serviceKey: 'k' },
  ],
  [
    'ExpressRoutePorts',
    { mtu: 1500, links: [{ name: 'link1', properties: { adminState: 'Enabled' } }] },
    { kind: 'expressRoutePort', mtu: '1500' },
  ],
  [
    'virtualWans',
    { type: 'Standard', virtualHubs: [{ id: '/h' }, null, 'x'] },
    { wanType: 'Standard', hubIds: ['/h'] },
  ],
  [
    'virtualHubs',
    { routingState: 'Provisioned', vpnGateway: { id: '/g' } },
    { vpnGatewayId: '/g', routingState: 'Provisioned' },
  ],
  [
    'p2svpnGateways',
    {
      p2SConnectionConfigurations: [
        { properties: { vpnClientAddressPool: { addressPrefixes: ['10.0.0.0/24'] } } },
      ],
    },
    { kind: 'p2sVpnGateway', addressPools: ['10.0.0.0/24'] },
  ],
  [
    'virtualNetworks',
    { subnets: [{ id: '/s', name: 's', properties: { addressPrefix: '10.0.0.0/24' } }] },
    { subnets: [{ id: '/s', name: 's', addressPrefixes: ['10.0.0.0/24'] }] },
  ],
  [
    'azureFirewalls',
    { hubIPAddresses: { privateIPAddress: '10.0.0.4', publicIPs: { addresses: [{ address: '1.2.3.4' }] } } },
    { privateIPAddress: '10.0.0.4', publicIPAddresses: ['1.2.3.4'] },
  ],
])('%s %#', (type, properties, expected) => {
  expect(map({ id: networkId(type, 'x'), properties })).toMatchObject(expected)
})

test('a Route Server is told by its kind', () => {
  expect(map({ id: networkId('virtualHubs', 'rs'), kind: 'RouteServer' })).toMatchObject({
    hubKind: 'RouteServer',
  })
})

test('children in an answer are resources of their own, without secrets; those without an id are not', () => {
  const gateway = networkId('vpnGateways', 'g')
  const child = (name: string) => ({
    id: `${gateway}/vpnConnections/${name}`,
    name,
    properties: {
      remoteVpnSite: { id: '/site' },
      vpnLinkConnections: [{ properties: { sharedKey: 'MARKER' } }],
    },
  })
  const family = familyFromWire(
    { id: gateway, properties: { connections: [child('a'), child('b'), { name: 'no id' }, null] } },
    READ,
  )
  expect(family.map(({ kind, name }) => [kind, name])).toEqual([
    ['vpnGateway', 'g'],
    ['vpnConnection', 'a'],
    ['vpnConnection', 'b'],
  ])
  expect(family[1]).toMatchObject({ gatewayId: gateway, siteId: '/site' })
  expect(JSON.stringify(family)).not.toContain('MARKER')
})

describe('whatever stands on the wire', () => {
  const ids = KINDS.filter(({ armType }) => armType).map(({ armType }) => {
    const path = armType.split('/').map((type) => `${type}/x`)
    return `/subscriptions/s/resourceGroups/r/providers/Microsoft.Network/${path.join('/')}`
  })
  /** Names that mappers look for, so that wrong values meet the code that reads them. */
  const names =
    'properties sku name id subnets peerings connections links bgpSettings addressPrefixes value type tags zones location'
  const key = fc.oneof(fc.constantFrom(...names.split(' ')), fc.string())
  const { tree } = fc.letrec<{ tree: Json }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, 0, -1.5, '', ' ', 'x', '__proto__'),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
    ),
  }))

  test('nothing throws, for every kind', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.dictionary(key, tree), (id, body) => {
        const [resource] = familyFromWire({ ...body, id }, READ)
        expect(resource?.id).toBe(id)
        familyFromWire(body, READ)
      }),
      { numRuns: 400 },
    )
  })

  test('a real body with one member replaced by anything does not throw', () => {
    const gateway: JsonObject = {
      id: networkId('virtualNetworkGateways', 'gw'),
      properties: {
        ipConfigurations: [{ id: '/i', properties: { subnet: { id: '/s' } } }],
        bgpSettings: { bgpPeeringAddresses: [{ tunnelIpAddresses: ['1.2.3.4'] }] },
        vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: ['10.0.0.0/24'] } },
      },
    }
    const replace = (value: Json, at: number, by: Json): [Json, number] => {
      if (at === 0) return [by, -1]
      let left = at - 1
      if (!isJsonObject(value)) return [value, left]
      const copy: JsonObject = {}
      for (const [name, inner] of Object.entries(value)) {
        const [next, rest] = left >= 0 ? replace(inner ?? null, left, by) : [inner ?? null, left]
        copy[name] = next
        left = rest
      }
      return [copy, left]
    }
    fc.assert(
      fc.property(fc.nat(12), tree, (at, by) => {
        const [body] = replace(gateway, at + 1, by)
        if (isJsonObject(body)) familyFromWire(body, READ)
      }),
    )
  })
})
