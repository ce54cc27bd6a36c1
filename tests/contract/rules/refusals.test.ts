import { describe, expect, it } from 'vitest'
import { empty } from '../../../src/emulator/estates/empty.ts'
import type { EstateResource } from '../../../src/emulator/estates/estate.ts'
import type { JsonObject } from '../../../src/emulator/wire/json.ts'
import { GATEWAY, GROUP, NETWORK, SUBSCRIPTION, testEmulator, withNetwork } from '../emulator.ts'
import { configuration, connection, gateway, location, POLICY, ref } from './bodies.ts'
import { withEverything } from './everything.ts'
import { REFUSED } from './refused-puts.ts'

describe('a PUT that ARM refuses', () => {
  it('gets the code, changes nothing and names the resource', async () => {
    const emulator = await withEverything()
    const found: [string, string, number][] = []
    for (const [code, path, body] of REFUSED) {
      const before = await emulator.ask('GET', `${NETWORK}/${path}`)
      const answer = await emulator.ask('PUT', `${NETWORK}/${path}`, body)
      found.push([answer.body.error?.code ?? `${code} is accepted`, path, answer.status])
      if (answer.status === 400) {
        expect(answer.body.error.details).toBeInstanceOf(Array)
        expect((await emulator.ask('GET', `${NETWORK}/${path}`)).body).toEqual(before.body)
      } else emulator.pass(7200)
    }
    expect(found).toEqual(REFUSED.map(([code, path]) => [code, path, 400]))
  }, 60_000)

  it('meets what was there before: old addresses, a small subnet, a hub that is not ready, a Basic virtual WAN', async () => {
    const at = (path: string, properties: JsonObject, more: object = {}): EstateResource => ({
      id: `${NETWORK}/${path}`,
      location,
      properties,
      ...more,
    })
    const space = { addressSpace: { addressPrefixes: ['10.1.0.0/16'] } }
    const estate = {
      ...empty,
      resourceGroups: [{ subscriptionId: SUBSCRIPTION, name: 'net', location }],
      resources: [
        at('virtualNetworks/hub', space),
        at('virtualNetworks/hub/subnets/GatewaySubnet', { addressPrefix: '10.1.255.0/27' }),
        at('virtualNetworks/small', space),
        at('virtualNetworks/small/subnets/GatewaySubnet', { addressPrefix: '10.1.255.0/30' }),
        at('publicIPAddresses/basic', {}, { sku: { name: 'Basic' } }),
        at('publicIPAddresses/regional', {}, { sku: { name: 'Standard' } }),
        at('publicIPAddresses/zonal', {}, { sku: { name: 'Standard' }, zones: ['1', '2', '3'] }),
        at('virtualWans/basic', { type: 'Basic' }),
        at('virtualHubs/vhub', {
          addressPrefix: '10.1.0.0/24',
          virtualWan: ref('virtualWans/basic'),
          routingState: 'Provisioning',
        }),
        at('virtualNetworkGateways/old', { gatewayType: 'Vpn', sku: { name: 'VpnGw1' } }),
        at('virtualNetworkGateways/basic', { gatewayType: 'Vpn', sku: { name: 'Basic' } }),
        at('virtualNetworkGateways/two', {
          gatewayType: 'Vpn',
          sku: { name: 'VpnGw2AZ' },
          vpnGatewayGeneration: 'Generation2',
        }),
        at('virtualNetworkGateways/two/natRules/many', { type: 'Dynamic', mode: 'EgressSnat' }),
        at('virtualNetworkGateways/two/natRules/other', { type: 'Static', mode: 'EgressSnat' }),
        at('localNetworkGateways/site', { gatewayIpAddress: '203.0.113.9' }),
        at('connections/user', {
          connectionType: 'IPsec',
          egressNatRules: [ref('virtualNetworkGateways/two/natRules/many')],
        }),
      ],
    }
    const emulator = testEmulator({ estates: [estate] })
    const withAddress = (address: string, more: object = {}, subnet = 'hub'): object =>
      gateway({
        ipConfigurations: [
          {
            name: 'default',
            properties: {
              subnet: ref(`virtualNetworks/${subnet}/subnets/GatewaySubnet`),
              publicIPAddress: ref(`publicIPAddresses/${address}`),
            },
          },
        ],
        ...more,
      })
    const expressRoute = { gatewayType: 'ExpressRoute', sku: { name: 'ErGw1AZ' } }
    const through = (name: string, more: object): object =>
      connection({ virtualNetworkGateway1: ref(`virtualNetworkGateways/${name}`), ...more })
    const inHub = { location, properties: { virtualHub: ref('virtualHubs/vhub') } }
    const rows: [string, string, object][] = [
      ['PublicIpWithBasicSkuNotAllowedOnVPNGateways', 'virtualNetworkGateways/gw', withAddress('basic')],
      [
        'PublicIpWithBasicSkuNotAllowedOnExpressRouteGateways',
        'virtualNetworkGateways/gw',
        withAddress('basic', expressRoute),
      ],
      [
        'VmssVpnGatewayPublicIpsMustHaveZonesConfigured',
        'virtualNetworkGateways/gw',
        withAddress('regional'),
      ],
      ['GatewaySubnetTooSmall', 'virtualNetworkGateways/gw', withAddress('zonal', {}, 'small')],
      [
        'NonAzSkusNotAllowedForVPNGateway',
        'virtualNetworkGateways/old',
        gateway({ sku: { name: 'VpnGw1' }, enableBgp: true }),
      ],
      ...['VpnGw1AZ', 'Standard'].map((name): [string, string, object] => [
        'InvalidGatewaySkuSpecifiedForGatewayDeploymentType',
        'virtualNetworkGateways/basic',
        gateway({ sku: { name } }),
      ]),
      ['InvalidVpnGatewayGeneration', 'virtualNetworkGateways/two', gateway({ sku: { name: 'VpnGw1AZ' } })],
      [
        'InUseNatRuleCannotBeDeleted',
        'virtualNetworkGateways/two',
        { location, properties: { gatewayType: 'Vpn', sku: { name: 'VpnGw2AZ' }, natRules: [] } },
      ],
      ['FeatureNotSupportedByGatewaySku', 'connections/new', through('basic', { ipsecPolicies: [POLICY] })],
      [
        'FeatureNotSupportedByGatewaySku',
        'connections/new',
        through('basic', { usePolicyBasedTrafficSelectors: true }),
      ],
      [
        'InvalidVirtualNetworkGatewayConnection',
        'connections/new',
        through('two', { egressNatRules: [ref('virtualNetworkGateways/two/natRules/many')] }),
      ],
      [
        'InvalidVirtualNetworkGatewayConnection',
        'connections/user',
        through('two', {
          egressNatRules: ['many', 'other'].map((name) => ref(`virtualNetworkGateways/two/natRules/${name}`)),
        }),
      ],
      ['GatewayNotSupportedInBasicVirtualWan', 'expressRouteGateways/gw', inHub],
      ['GatewayNotSupportedInBasicVirtualWan', 'p2svpnGateways/gw', inHub],
      [
        'HubBgpConnectionParentHubMustHaveProvisionedRoutingState',
        'virtualHubs/vhub/bgpConnections/nva',
        { properties: { peerAsn: 65050, peerIp: '10.9.0.4' } },
      ],
      ['VirtualHubRouterNotProvisioned', 'virtualHubs/vhub/routingIntent/i', { properties: {} }],
      [
        'VnetAddressSpaceOverlapsWithAlreadyPeeredVnet',
        'virtualHubs/vhub/hubVirtualNetworkConnections/hub',
        { properties: { remoteVirtualNetwork: ref('virtualNetworks/hub') } },
      ],
    ]
    for (const [code, path, body] of rows) {
      const answer = await emulator.ask('PUT', `${NETWORK}/${path}`, body)
      expect([path, answer.status, answer.body.error?.code]).toEqual([path, 400, code])
    }
    const then = testEmulator({ estates: [estate], clock: () => Date.UTC(2025, 0, 1) })
    const regional = withAddress('zonal', { sku: { name: 'VpnGw2' } })
    const zoned = await then.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, regional)
    expect(zoned.body.error?.code).toBe('RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured')
  })

  it('comes in the wrong state: a site that gets links, a child of something failed, a missing group', async () => {
    const emulator = await withNetwork(testEmulator())
    await emulator.ask('PUT', `${NETWORK}/vpnSites/old`, {
      location,
      properties: { ipAddress: '203.0.113.4' },
    })
    emulator.pass(60)
    const links = [{ name: 'isp', properties: { ipAddress: '203.0.113.4' } }]
    const moved = await emulator.ask('PUT', `${NETWORK}/vpnSites/old`, {
      location,
      properties: { vpnSiteLinks: links },
    })
    expect(moved.body.error.code).toBe('MissingDefaultLinkForVpnSiteDuringMigrationToLinkFormat')
    const path = '/virtualNetworkGateways/gw'
    await emulator.control({
      do: 'faults',
      faults: [{ kind: 'failOperation', path, code: 'X', message: 'x' }],
    })
    await emulator.ask('PUT', NETWORK + path, GATEWAY)
    emulator.pass(7200)
    const child = await emulator.ask('PUT', `${NETWORK + path}/natRules/n`, { properties: {} })
    expect([child.status, child.body.error.code]).toEqual([400, 'ParentResourceIsInFailedState'])
    const lost = await emulator.ask('PUT', `${GROUP}-none/providers/Microsoft.Network/virtualWans/w`, {
      location,
    })
    expect([lost.status, lost.body.error.code]).toEqual([404, 'ResourceGroupNotFound'])
  })

  it('would have been accepted in the year it was recorded', async () => {
    let now = Date.UTC(2024, 2, 1)
    const emulator = await withNetwork(testEmulator({ clock: () => now }))
    await emulator.ask('PUT', `${NETWORK}/publicIPAddresses/plain`, {
      location,
      sku: { name: 'Standard' },
      properties: { publicIPAllocationMethod: 'Static' },
    })
    const properties = {
      ...GATEWAY.properties,
      sku: { name: 'VpnGw2', tier: 'VpnGw2' },
      ipConfigurations: [
        {
          name: 'default',
          properties: { ...configuration?.properties, publicIPAddress: ref('publicIPAddresses/plain') },
        },
      ],
    }
    // Until the network and its addresses are there.
    now += 60_000
    const made = await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, { location, properties })
    expect([made.status, made.body.error]).toEqual([201, undefined])
  })
})
