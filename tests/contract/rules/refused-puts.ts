import { GATEWAY } from '../emulator.ts'
import {
  circuit,
  configuration,
  connection,
  gateway,
  hub,
  inSubnet,
  location,
  network,
  peering,
  POLICY,
  ref,
  site,
  subnet,
} from './bodies.ts'
import { THEIRS } from './everything.ts'

const UNSEEN =
  '/subscriptions/99999999-9999-4999-8999-999999999999/resourceGroups/net/providers/Microsoft.Network/virtualNetworkGateways/er'

/** Against the estate with everything in it: one row for each refusal that a body alone brings about. */
export const REFUSED: [code: string, path: string, body: object][] = [
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
  [
    'VpnClientAadConfigurationIncomplete',
    'virtualNetworkGateways/gw',
    gateway({ vpnClientConfiguration: { aadTenant: 'https://login.microsoftonline.com/x' } }),
  ],
  ...[
    { radiusServerAddress: '10.0.9.4', radiusServerScore: 31 },
    { radiusServerAddress: '10.0.9.4', radiusServerSecret: 'x'.repeat(129) },
  ].map((server): [code: string, path: string, body: object] => [
    'InvalidRadiusServer',
    'virtualNetworkGateways/gw',
    gateway({ vpnClientConfiguration: { radiusServers: [server] } }),
  ]),
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
  [
    'InvalidGatewaySkuSpecifiedForGatewayDeploymentType',
    'virtualNetworkGateways/gw',
    gateway({ sku: { name: 'VpnGw2' } }),
  ],
  [
    'InvalidVpnGatewayGeneration',
    'virtualNetworkGateways/gw',
    gateway({ vpnGatewayGeneration: 'Generation2' }),
  ],
  ['InvalidVpnGatewayGeneration', 'virtualNetworkGateways/gw', gateway({ sku: { name: 'VpnGw4AZ' } })],
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
  ['InvalidIpsecPolicy', 'connections/new', connection({ ipsecPolicies: [{ ...POLICY, pfsGroup: 'PFS3' }] })],
  ['InvalidIpsecPolicy', 'connections/new', connection({ ipsecPolicies: [POLICY, POLICY] })],
  [
    'InvalidIpsecPolicy',
    'connections/new',
    connection({ ipsecPolicies: [{ ...POLICY, saLifeTimeSeconds: 299 }] }),
  ],
  [
    'InvalidVirtualNetworkGatewayConnection',
    'connections/to-site',
    connection({ connectionType: 'Vnet2Vnet', virtualNetworkGateway2: ref('virtualNetworkGateways/gw') }),
  ],
  ['InvalidVirtualNetworkGatewayConnection', 'connections/new', connection({ dpdTimeoutSeconds: 3601 })],
  ['InvalidVirtualNetworkGatewayConnection', 'connections/new', connection({ sharedKey: 'two words' })],
  ['InvalidVirtualNetworkGatewayConnection', 'connections/to-site/sharedkey', { value: 'zażółć' }],
  ['InvalidVirtualNetworkGatewayConnection', 'connections/new', connection({ enableBgp: true })],
  [
    'InvalidResourceReference',
    'connections/new',
    connection({ egressNatRules: [ref('virtualNetworkGateways/gw/natRules/none')] }),
  ],
  [
    'InvalidVirtualNetworkGatewayConnection',
    'connections/new',
    connection({
      egressNatRules: [ref('virtualNetworkGateways/gw/natRules/nat')],
      usePolicyBasedTrafficSelectors: true,
    }),
  ],
  [
    'InvalidVirtualNetworkGatewayConnection',
    'connections/new',
    connection({ gatewayCustomBgpIpAddresses: [{ customBgpIpAddress: '169.254.21.1' }] }),
  ],
  [
    'InvalidVirtualNetworkGatewayConnection',
    'connections/new',
    connection({
      trafficSelectorPolicies: [
        {
          localAddressRanges: Array.from({ length: 11 }, (_, index) => `10.0.${index}.0/24`),
          remoteAddressRanges: Array.from({ length: 10 }, (_, index) => `10.4.${index}.0/24`),
        },
      ],
    }),
  ],
  // ExpressRoute
  [
    'ExpressRouteCircuitServiceProviderDoesNotExist',
    'expressRouteCircuits/new',
    circuit({ serviceProviderName: 'Nobody' }),
  ],
  [
    'InvalidAuthorizationKey',
    'connections/new',
    connection({
      connectionType: 'ExpressRoute',
      // Of a subscription that nobody sees: it may be of any type.
      virtualNetworkGateway1: { id: UNSEEN },
      localNetworkGateway2: undefined,
      peer: { id: THEIRS },
    }),
  ],
  [
    'InvalidAuthorizationKey',
    'expressRouteGateways/ergw/expressRouteConnections/new',
    {
      properties: {
        expressRouteCircuitPeering: { id: `${THEIRS}/peerings/AzurePrivatePeering` },
        authorizationKey: 'no key',
      },
    },
  ],
  ['InvalidExpressRouteCircuit', 'expressRouteCircuits/new', circuit({ bandwidthInMbps: 123 })],
  ['InvalidExpressRouteCircuit', 'expressRouteCircuits/new', circuit({}, { tier: 'Local' })],
  ['InvalidExpressRouteCircuit', 'expressRouteCircuits/circuit', circuit({ peeringLocation: 'London' })],
  [
    'InvalidExpressRouteCircuit',
    'expressRouteCircuits/direct',
    { location, properties: { expressRoutePort: ref('expressRoutePorts/port'), bandwidthInGbps: 2 } },
  ],
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
  ...[
    { cknSecretIdentifier: 'https://kv.vault.azure.net/secrets/CKN' },
    { cipher: 'Rot13' },
    {
      cknSecretIdentifier: 'https://kv.vault.azure.net/secrets/CKN',
      cakSecretIdentifier: 'https://kv.vault.azure.net/secrets/CAK',
    },
  ].map((macSecConfig): [code: string, path: string, body: object] => [
    'InvalidExpressRoutePort',
    'expressRoutePorts/new',
    {
      location,
      properties: {
        peeringLocation: 'Equinix-Amsterdam-AM5',
        bandwidthInGbps: 10,
        encapsulation: 'Dot1Q',
        links: [{ name: 'link1', properties: { macSecConfig } }],
      },
    },
  ]),
  ...[
    { addressPrefix: '10.0.0.0/30' },
    { addressPrefix: '10.0.0.1/29' },
    { addressPrefix: '10.0.0.0/29' },
  ].map((properties): [code: string, path: string, body: object] => [
    'InvalidExpressRouteCircuitConnection',
    'expressRouteCircuits/circuit/peerings/AzurePrivatePeering/connections/reach',
    {
      properties: {
        peerExpressRouteCircuitPeering: ref('expressRouteCircuits/circuit/peerings/AzurePrivatePeering'),
        ...properties,
      },
    },
  ]),
  ...[{ min: 0 }, { min: 1, max: 11 }, { min: 4, max: 2 }].map(
    (bounds): [code: string, path: string, body: object] => [
      'InvalidExpressRouteGatewayScale',
      'expressRouteGateways/ergw',
      {
        location,
        properties: { virtualHub: ref('virtualHubs/vhub'), autoScaleConfiguration: { bounds } },
      },
    ],
  ),
  // Virtual WAN
  [
    'InvalidVirtualRouterCapacity',
    'virtualHubs/vhub',
    hub({ virtualRouterAutoScaleConfiguration: { minCapacity: 51 } }),
  ],
  ['InvalidHubRoutingPreference', 'virtualHubs/vhub', hub({ hubRoutingPreference: 'Shortest' })],
  ['InvalidRoutingIntent', 'virtualHubs/vhub/routingIntent/second', { properties: { routingPolicies: [] } }],
  [
    'InvalidRoutingIntent',
    'virtualHubs/other/routingIntent/hubRoutingIntent',
    { properties: { routingPolicies: [] } },
  ],
  [
    'RoutingConfigurationConflictsWithRoutingIntent',
    'virtualHubs/vhub/hubVirtualNetworkConnections/spoke',
    {
      properties: {
        remoteVirtualNetwork: ref('virtualNetworks/spoke'),
        routingConfiguration: { propagatedRouteTables: { labels: ['shared'] } },
      },
    },
  ],
  [
    'InvalidPropagatedRouteTable',
    'virtualHubs/vhub/hubVirtualNetworkConnections/spoke',
    {
      properties: {
        remoteVirtualNetwork: ref('virtualNetworks/spoke'),
        routingConfiguration: {
          propagatedRouteTables: { ids: [ref('virtualHubs/vhub/hubRouteTables/None')] },
        },
      },
    },
  ],
  [
    'InvalidResourceReference',
    'virtualHubs/other/hubRouteTables/extra',
    {
      properties: {
        routes: [
          {
            name: 'lost',
            destinationType: 'CIDR',
            destinations: ['10.99.0.0/16'],
            nextHopType: 'ResourceId',
            nextHop: ref('azureFirewalls/none').id,
          },
        ],
      },
    },
  ],
  [
    'InvalidVpnGatewayScaleUnit',
    'vpnGateways/s2s',
    { location, properties: { virtualHub: ref('virtualHubs/vhub'), vpnGatewayScaleUnit: 41 } },
  ],
  [
    'RoutingPreferenceCannotBeChanged',
    'vpnGateways/s2s',
    { location, properties: { virtualHub: ref('virtualHubs/vhub'), isRoutingPreferenceInternet: true } },
  ],
  [
    'InvalidCustomBgpIpAddress',
    'vpnGateways/s2s',
    {
      location,
      properties: {
        virtualHub: ref('virtualHubs/vhub'),
        bgpSettings: {
          bgpPeeringAddresses: [
            { ipconfigurationId: 'Instance0', customBgpIpAddresses: ['169.254.21.5'] },
            { ipconfigurationId: 'Instance1', customBgpIpAddresses: ['169.254.21.5'] },
          ],
        },
      },
    },
  ],
  ...[
    [
      {
        name: 'a',
        properties: {
          ipAddress: '203.0.113.9',
          bgpProperties: { asn: 65020, bgpPeeringAddress: '203.0.113.9' },
        },
      },
    ],
    [
      { name: 'a', properties: {} },
      { name: 'A', properties: {} },
    ],
    ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name, properties: {} })),
    [{ name: 'a', properties: { ipAddress: '203.0.113' } }],
  ].map((vpnSiteLinks): [string, string, object] => [
    'InvalidVpnSiteLink',
    'vpnSites/new',
    site({ virtualWan: ref('virtualWans/wan'), vpnSiteLinks }),
  ]),
  [
    'DuplicateVpnLinkConnection',
    'vpnGateways/s2s/vpnConnections/branch',
    {
      properties: {
        remoteVpnSite: ref('vpnSites/branch'),
        vpnLinkConnections: [
          { name: 'isp', properties: {} },
          { name: 'ISP', properties: {} },
        ],
      },
    },
  ],
  ['VirtualWanTypeCannotBeDowngraded', 'virtualWans/wan', { location, properties: { type: 'Basic' } }],
  ['InvalidResourceReference', 'virtualHubs/new', hub({ virtualWan: ref('virtualWans/none') })],
  ['InvalidVirtualHubAddressPrefix', 'virtualHubs/vhub', hub({ addressPrefix: '10.2.0.0/23' })],
  ['InvalidVirtualHubAddressPrefix', 'virtualHubs/new', hub({ addressPrefix: '10.2.0.0/25' })],
  ['InvalidVirtualHubAddressPrefix', 'virtualHubs/new', hub({ addressPrefix: '10.1.1.0/24' })],
  [
    'VirtualHubAlreadyHasFirewall',
    'azureFirewalls/second',
    {
      location,
      properties: { sku: { name: 'AZFW_Hub', tier: 'Standard' }, virtualHub: ref('virtualHubs/vhub') },
    },
  ],
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
