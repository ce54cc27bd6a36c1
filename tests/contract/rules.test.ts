import { describe, expect, it } from 'vitest'
import { empty } from '../../src/emulator/estates/empty.ts'
import type { EstateResource } from '../../src/emulator/estates/estate.ts'
import type { JsonObject } from '../../src/emulator/wire/json.ts'
import { PUTS } from './bodies.ts'
import {
  GATEWAY,
  GROUP,
  NETWORK,
  SUBSCRIPTION,
  testEmulator,
  withNetwork,
  type TestEmulator,
} from './emulator.ts'

const location = 'westeurope'
const ref = (path: string): { id: string } => ({ id: `${NETWORK}/${path}` })

/** Everything of `PUTS`, each written and over. */
async function withEverything(): Promise<TestEmulator> {
  const emulator = await withNetwork(testEmulator())
  for (const [path, body] of PUTS) {
    await emulator.ask('PUT', `${NETWORK}/${path}`, body)
    emulator.pass(7200)
  }
  return emulator
}

const gateway = (properties: object): object => ({
  location,
  properties: { ...GATEWAY.properties, ...properties },
})
const [configuration] = GATEWAY.properties.ipConfigurations
const inSubnet = (path: string): object => ({
  ipConfigurations: [{ name: 'default', properties: { ...configuration?.properties, subnet: ref(path) } }],
})
const site = (properties: object): object => ({ location, properties })
const connection = (properties: object): object => ({
  location,
  properties: {
    connectionType: 'IPsec',
    virtualNetworkGateway1: ref('virtualNetworkGateways/gw'),
    localNetworkGateway2: ref('localNetworkGateways/site'),
    ...properties,
  },
})
const POLICY = {
  saLifeTimeSeconds: 3000,
  saDataSizeKilobytes: 10000,
  ipsecEncryption: 'GCMAES256',
  ipsecIntegrity: 'GCMAES256',
  ikeEncryption: 'AES256',
  ikeIntegrity: 'SHA256',
  dhGroup: 'DHGroup14',
  pfsGroup: 'PFS2048',
}
const circuit = (properties: object, sku: object = {}): object => ({
  location,
  sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData', ...sku },
  properties: {
    serviceProviderProperties: {
      serviceProviderName: 'Equinix',
      peeringLocation: 'Amsterdam',
      bandwidthInMbps: 200,
      ...properties,
    },
  },
})
const peering = (properties: object): object => ({
  properties: {
    peerASN: 65020,
    primaryPeerAddressPrefix: '172.16.0.0/30',
    secondaryPeerAddressPrefix: '172.16.0.4/30',
    vlanId: 100,
    ...properties,
  },
})
const hub = (properties: object): object => ({
  location,
  properties: { addressPrefix: '10.1.0.0/23', virtualWan: ref('virtualWans/wan'), ...properties },
})
const network = (subnets: object[]): object => ({
  location,
  properties: { addressSpace: { addressPrefixes: ['10.20.0.0/16'] }, subnets },
})
const subnet = (name: string, addressPrefix: string): object => ({ name, properties: { addressPrefix } })

const REFUSED: [code: string, path: string, body: object][] = [
  ['InvalidResourceName', 'virtualWans/-wan', { location, properties: {} }],
  // Virtual network gateways
  [
    'InvalidGatewaySkuSpecifiedForGatewayDeploymentType',
    'virtualNetworkGateways/gw',
    gateway({ sku: { name: 'Basic', tier: 'Basic' } }),
  ],
  [
    'InvalidGatewaySkuSpecifiedForGatewayDeploymentType',
    'virtualNetworkGateways/new',
    gateway({ sku: { name: 'VpnGw9' } }),
  ],
  [
    'InvalidVpnClientAddressPrefixOrCidr',
    'virtualNetworkGateways/gw',
    gateway({ vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: ['10.0.0.0'] } } }),
  ],
  [
    'VpnClientAddressPoolOverlapsWithVirtualNetwork',
    'virtualNetworkGateways/gw',
    gateway({ vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: ['10.0.9.0/24'] } } }),
  ],
  ['NonAzSkusNotAllowedForVPNGateway', 'virtualNetworkGateways/new', gateway({ sku: { name: 'VpnGw2' } })],
  [
    'VirtualNetworkGatewayPropertyCannotBeChanged',
    'virtualNetworkGateways/gw',
    gateway({ vpnType: 'PolicyBased' }),
  ],
  [
    'FeatureNotSupportedByGatewaySku',
    'virtualNetworkGateways/policy',
    {
      location,
      properties: { gatewayType: 'Vpn', vpnType: 'PolicyBased', sku: { name: 'VpnGw2AZ' } },
    },
  ],
  [
    'GatewaySubnetNameInvalid',
    'virtualNetworkGateways/new',
    gateway(inSubnet('virtualNetworks/hub/subnets/apps')),
  ],
  [
    'InvalidResourceReference',
    'virtualNetworkGateways/new',
    gateway(inSubnet('virtualNetworks/none/subnets/GatewaySubnet')),
  ],
  ['InvalidRequestFormat', 'virtualNetworkGateways/new', gateway(inSubnet('virtualNetworks/hub'))],
  ['LinkedInvalidPropertyId', 'virtualNetworkGateways/gw', gateway({ gatewayDefaultSite: { id: 'site' } })],
  ['PublicIPAddressInUse', 'virtualNetworkGateways/new', gateway({})],
  [
    'MaxGatewayCountInVnetReached',
    'virtualNetworkGateways/new',
    {
      location,
      properties: {
        ...GATEWAY.properties,
        ipConfigurations: [
          { name: 'default', properties: { subnet: ref('virtualNetworks/hub/subnets/GatewaySubnet') } },
        ],
      },
    },
  ],
  [
    'ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations',
    'virtualNetworkGateways/gw',
    gateway({ activeActive: true }),
  ],
  [
    'ActiveActiveP2SGatewayMustHaveExactlyThreeIpConfigurations',
    'virtualNetworkGateways/gw',
    gateway({
      activeActive: true,
      vpnClientConfiguration: { vpnClientAddressPool: { addressPrefixes: ['172.30.0.0/24'] } },
    }),
  ],
  [
    'BgpPeeringAddressesCountNotCorrect',
    'virtualNetworkGateways/gw',
    gateway({
      activeActive: true,
      ipConfigurations: [configuration, { name: 'activeActive', properties: {} }],
      bgpSettings: { bgpPeeringAddresses: [{}] },
    }),
  ],
  ['ReservedAsnNotAllowed', 'virtualNetworkGateways/gw', gateway({ bgpSettings: { asn: 65518 } })],
  [
    'InvalidCustomBgpIpAddress',
    'virtualNetworkGateways/gw',
    gateway({ bgpSettings: { bgpPeeringAddresses: [{ customBgpIpAddresses: ['169.254.1.1'] }] } }),
  ],
  [
    'NatRuleMappingSizesNotEqual',
    'virtualNetworkGateways/gw/natRules/n',
    {
      properties: {
        internalMappings: [{ addressSpace: '10.4.0.0/24' }],
        externalMappings: [{ addressSpace: '192.168.0.0/25' }],
      },
    },
  ],
  [
    'NatRuleExternalMappingExceedsSizeLimit',
    'vpnGateways/s2s/natRules/n',
    {
      properties: { type: 'Dynamic', externalMappings: [{ addressSpace: '192.168.0.0/25' }] },
    },
  ],
  // Local network gateways
  ['InvalidIpAddress', 'localNetworkGateways/site', site({ gatewayIpAddress: '10.0.0.257' })],
  [
    'InvalidAddressPrefixFormat',
    'localNetworkGateways/site',
    site({ localNetworkAddressSpace: { addressPrefixes: ['192.168.0.0'] } }),
  ],
  [
    'AddressPrefixStringCannotBeNullOrEmpty',
    'localNetworkGateways/site',
    site({ localNetworkAddressSpace: { addressPrefixes: [''] } }),
  ],
  ['LocalNetworkGatewayCannotHaveZeroAsn', 'localNetworkGateways/site', site({ bgpSettings: { asn: 0 } })],
  ['ReservedAsnNotAllowed', 'localNetworkGateways/site', site({ bgpSettings: { asn: 65515 } })],
  [
    'LocalNetworkGatewayIpAddressAndFqdnNotAllowed',
    'localNetworkGateways/site',
    site({ gatewayIpAddress: '198.51.100.9', fqdn: 'site.example' }),
  ],
  // Connections
  [
    'InvalidResourceReference',
    'connections/new',
    connection({ localNetworkGateway2: ref('localNetworkGateways/none') }),
  ],
  ['InvalidRequestFormat', 'connections/new', connection({ virtualNetworkGateway1: ref('vpnGateways/s2s') })],
  [
    'InvalidVirtualNetworkGatewayConnection',
    'connections/new',
    connection({ localNetworkGateway2: undefined }),
  ],
  ['InvalidVirtualNetworkGatewayConnection', 'connections/new', connection({ connectionType: 'Magic' })],
  [
    'InvalidVirtualNetworkGatewayConnection',
    'connections/new',
    connection({ connectionType: 'ExpressRoute', peer: ref('expressRouteCircuits/circuit') }),
  ],
  [
    'InvalidVirtualNetworkGatewayConnection',
    'connections/to-site',
    connection({ connectionProtocol: 'IKEv1' }),
  ],
  ['InvalidVirtualNetworkGatewayConnection', 'connections/new', connection({ dpdTimeoutSeconds: 5 })],
  [
    'InvalidIpsecPolicy',
    'connections/new',
    connection({ ipsecPolicies: [{ ...POLICY, ipsecIntegrity: 'SHA256' }] }),
  ],
  [
    'InvalidIpsecPolicy',
    'connections/new',
    connection({ ipsecPolicies: [{ ...POLICY, dhGroup: undefined }] }),
  ],
  // ExpressRoute
  [
    'ExpressRouteCircuitServiceProviderDoesNotExist',
    'expressRouteCircuits/new',
    circuit({ serviceProviderName: 'Nobody' }),
  ],
  ['InvalidExpressRouteCircuit', 'expressRouteCircuits/new', circuit({ bandwidthInMbps: 123 })],
  ['InvalidExpressRouteCircuit', 'expressRouteCircuits/new', circuit({}, { tier: 'Local' })],
  ['InvalidExpressRouteCircuit', 'expressRouteCircuits/circuit', circuit({ peeringLocation: 'London' })],
  [
    'InvalidExpressRouteCircuitPeering',
    'expressRouteCircuits/circuit/peerings/AzurePrivatePeering',
    peering({ vlanId: 0 }),
  ],
  [
    'InvalidExpressRouteCircuitPeering',
    'expressRouteCircuits/circuit/peerings/AzurePrivatePeering',
    peering({ peerASN: 12076 }),
  ],
  [
    'InvalidExpressRouteCircuitPeering',
    'expressRouteCircuits/circuit/peerings/AzurePrivatePeering',
    peering({ secondaryPeerAddressPrefix: '172.16.0.0/30' }),
  ],
  [
    'InvalidExpressRouteCircuitPeering',
    'expressRouteCircuits/circuit',
    {
      location,
      properties: {
        peerings: [
          { name: 'AzurePrivatePeering', ...peering({ primaryPeerAddressPrefix: '172.16.0.2/30' }) },
        ],
      },
    },
  ],
  [
    'InvalidExpressRoutePort',
    'expressRoutePorts/new',
    {
      location,
      properties: { peeringLocation: 'Equinix-Amsterdam-AM5', bandwidthInGbps: 7, encapsulation: 'Dot1Q' },
    },
  ],
  // Virtual WAN
  ['VirtualWanTypeCannotBeDowngraded', 'virtualWans/wan', { location, properties: { type: 'Basic' } }],
  ['InvalidResourceReference', 'virtualHubs/new', hub({ virtualWan: ref('virtualWans/none') })],
  ['InvalidVirtualHubAddressPrefix', 'virtualHubs/vhub', hub({ addressPrefix: '10.2.0.0/23' })],
  ['InvalidVirtualHubAddressPrefix', 'virtualHubs/new', hub({ addressPrefix: '10.2.0.0/25' })],
  ['InvalidVirtualHubAddressPrefix', 'virtualHubs/new', hub({ addressPrefix: '10.1.1.0/24' })],
  [
    'VirtualHubAlreadyHasGateway',
    'vpnGateways/new',
    { location, properties: { virtualHub: ref('virtualHubs/vhub') } },
  ],
  [
    'RemoteVnetAlreadyConnectedToHub',
    'virtualHubs/vhub/hubVirtualNetworkConnections/again',
    {
      properties: { remoteVirtualNetwork: ref('virtualNetworks/spoke') },
    },
  ],
  [
    'VpnConnectionPropertyIsDeprecated',
    'vpnGateways/s2s/vpnConnections/branch',
    {
      properties: {
        remoteVpnSite: ref('vpnSites/branch'),
        ipsecPolicies: [POLICY],
        vpnLinkConnections: [
          { name: 'isp', properties: { vpnSiteLink: ref('vpnSites/branch/vpnSiteLinks/isp') } },
        ],
      },
    },
  ],
  [
    'VpnLinkConnectionCountLimitReached',
    'vpnGateways/s2s/vpnConnections/branch',
    {
      properties: { remoteVpnSite: ref('vpnSites/branch'), vpnLinkConnections: [{}, {}, {}, {}, {}] },
    },
  ],
  [
    'InvalidVpnGatewayScaleUnit',
    'p2svpnGateways/p2s',
    {
      location,
      properties: { virtualHub: ref('virtualHubs/vhub'), vpnGatewayScaleUnit: 21 },
    },
  ],
  // Networks and addresses
  ['NetcfgSubnetRangeOutsideVnet', 'virtualNetworks/new', network([subnet('a', '10.21.0.0/24')])],
  [
    'NetcfgSubnetRangesOverlap',
    'virtualNetworks/new',
    network([subnet('a', '10.20.0.0/24'), subnet('b', '10.20.0.128/25')]),
  ],
  [
    'NetcfgSubnetRangesOverlap',
    'virtualNetworks/hub/subnets/b',
    { properties: { addressPrefix: '10.0.1.0/25' } },
  ],
  [
    'NetworkSecurityGroupCannotBeAttachedToGatewaySubnet',
    'virtualNetworks/hub/subnets/GatewaySubnet',
    {
      properties: { addressPrefix: '10.0.255.0/27', networkSecurityGroup: ref('networkSecurityGroups/nsg') },
    },
  ],
  ['IPv4BasicSkuPublicIpCountLimitReached', 'publicIPAddresses/new', { location, sku: { name: 'Basic' } }],
  [
    'GlobalPublicIPAddressNotSupportedForBasicPublicIpAddress',
    'publicIPAddresses/new',
    {
      location,
      sku: { name: 'Basic', tier: 'Global' },
    },
  ],
  [
    'StandardSkuPublicIPAddressMustBeStatic',
    'publicIPAddresses/new',
    {
      location,
      sku: { name: 'Standard' },
      properties: { publicIPAllocationMethod: 'Dynamic' },
    },
  ],
  [
    'LocationNotSupportAvailabilityZones',
    'publicIPAddresses/new',
    {
      location: 'ukwest',
      sku: { name: 'Standard' },
      zones: ['1'],
      properties: {},
    },
  ],
]

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
    const emulator = await withNetwork(testEmulator({ clock: () => Date.UTC(2024, 2, 1) }))
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
    const made = await emulator.ask('PUT', `${NETWORK}/virtualNetworkGateways/gw`, { location, properties })
    // The network is still being written: the clock of this test stands still.
    expect([made.status, made.body.error]).toEqual([201, undefined])
  })
})

describe('a PUT that is accepted and fails', () => {
  it.each([
    [
      'InvalidConnectedSiteId',
      'vpnGateways/s2s/vpnConnections/branch',
      { properties: { remoteVpnSite: ref('vpnSites/branch') } },
    ],
    [
      'InvalidConnectedSiteId',
      'vpnGateways/s2s/vpnConnections/other',
      { properties: { remoteVpnSite: ref('vpnSites/none') } },
    ],
    [
      'ServiceProviderNotProvisioned',
      'expressRouteGateways/ergw/expressRouteConnections/other',
      {
        properties: {
          expressRouteCircuitPeering: ref('expressRouteCircuits/circuit/peerings/AzurePrivatePeering'),
        },
      },
    ],
    [
      'InvalidSkuTypeForMicrosoftPeering',
      'expressRouteCircuits/circuit/peerings/MicrosoftPeering',
      peering({ vlanId: 200 }),
    ],
    [
      'InternalError',
      'localNetworkGateways/site',
      site({ bgpSettings: { asn: 65050, bgpPeeringAddress: '11.0.0.257' } }),
    ],
  ])(
    'ends with %s',
    async (code, path, body) => {
      const emulator = await withEverything()
      const started = await emulator.ask('PUT', `${NETWORK}/${path}`, body)
      expect([200, 201]).toContain(started.status)
      emulator.pass(7200)
      const poll = await emulator.ask('GET', started.headers.get('Azure-AsyncOperation') ?? '')
      expect([poll.status, poll.body.status, poll.body.error?.code]).toEqual([200, 'Failed', code])
      const read = await emulator.ask('GET', `${NETWORK}/${path}`)
      expect(read.body.properties.provisioningState).toBe('Failed')
    },
    30_000,
  )
})

describe('a DELETE of something in use', () => {
  it('is refused with 400 and its own code', async () => {
    const emulator = await withEverything()
    const circuitConnection = {
      properties: {
        expressRouteCircuitPeering: ref('expressRouteCircuits/circuit/peerings/AzurePrivatePeering'),
      },
    }
    await emulator.ask(
      'PUT',
      `${NETWORK}/expressRouteGateways/ergw/expressRouteConnections/circuit`,
      circuitConnection,
    )
    emulator.pass(7200)
    const held: [string, string][] = [
      ['virtualNetworks/hub', 'InUseSubnetCannotBeDeleted'],
      ['virtualNetworks/spoke', 'InUseVirtualNetworkCannotBeDeleted'],
      ['virtualNetworks/hub/subnets/GatewaySubnet', 'InUseSubnetCannotBeDeleted'],
      ['publicIPAddresses/gw-ip', 'PublicIPAddressCannotBeDeleted'],
      ['virtualNetworkGateways/gw', 'InUseVirtualNetworkGatewayCannotBeDeleted'],
      ['localNetworkGateways/site', 'InUseLocalNetworkGatewayCannotBeDeleted'],
      ['expressRouteCircuits/circuit', 'InUseExpressRouteCircuitCannotBeDeleted'],
      [
        'expressRouteCircuits/circuit/peerings/AzurePrivatePeering',
        'InUseExpressRouteCircuitPeeringCannotBeDeleted',
      ],
      ['virtualWans/wan', 'InUseVirtualWanCannotBeDeleted'],
      ['virtualHubs/vhub', 'InUseVirtualHubCannotBeDeleted'],
      ['virtualHubs/vhub/hubRouteTables/defaultRouteTable', 'InUseHubRouteTableCannotBeDeleted'],
      ['expressRouteGateways/ergw', 'InUseExpressRouteGatewayCannotBeDeleted'],
      ['vpnSites/branch', 'InUseVpnSiteCannotBeDeleted'],
      ['vpnGateways/s2s', 'InUseVpnGatewayCannotBeDeleted'],
      ['vpnServerConfigurations/people', 'InUseVpnServerConfigurationCannotBeDeleted'],
      ['azureFirewalls/fw', 'InUseAzureFirewallCannotBeDeleted'],
    ]
    for (const [path, code] of held) {
      const answer = await emulator.ask('DELETE', `${NETWORK}/${path}`)
      expect([path, answer.status, answer.body?.error?.code]).toEqual([path, 400, code])
    }
  }, 30_000)

  it('counts NAT rules, route maps and ports by who names them', async () => {
    const emulator = await withEverything()
    const uses: [path: string, body: object][] = [
      [
        'connections/to-site',
        connection({ egressNatRules: [ref('virtualNetworkGateways/gw/natRules/nat')] }),
      ],
      [
        'virtualHubs/vhub/hubVirtualNetworkConnections/spoke',
        {
          properties: {
            remoteVirtualNetwork: ref('virtualNetworks/spoke'),
            routingConfiguration: { inboundRouteMap: ref('virtualHubs/vhub/routeMaps/map') },
          },
        },
      ],
      [
        'expressRouteCircuits/direct',
        { location, properties: { expressRoutePort: ref('expressRoutePorts/port'), bandwidthInGbps: 5 } },
      ],
    ]
    for (const [path, body] of uses) {
      const answer = await emulator.ask('PUT', `${NETWORK}/${path}`, body)
      expect([path, answer.body.error]).toEqual([path, undefined])
      emulator.pass(7200)
    }
    const held = [
      ['virtualNetworkGateways/gw/natRules/nat', 'InUseNatRuleCannotBeDeleted'],
      ['virtualHubs/vhub/routeMaps/map', 'InUseRouteMapCannotBeDeleted'],
      ['expressRoutePorts/port', 'InUseExpressRoutePortCannotBeDeleted'],
    ]
    for (const [path, code] of held) {
      const answer = await emulator.ask('DELETE', `${NETWORK}/${path}`)
      expect([path, answer.status, answer.body?.error?.code]).toEqual([path, 400, code])
    }
  }, 30_000)
})
