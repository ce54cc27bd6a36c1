import { GATEWAY, NETWORK } from './emulator.ts'

const location = 'westeurope'
const ref = (path: string): { id: string } => ({ id: `${NETWORK}/${path}` })

/** One small, valid PUT for every type, in an order in which each finds what it refers to. */
export const PUTS: [path: string, body: object][] = [
  ['virtualNetworks/spoke', { location, properties: { addressSpace: { addressPrefixes: ['10.9.0.0/16'] } } }],
  ['virtualNetworks/hub/subnets/apps', { properties: { addressPrefix: '10.0.1.0/24' } }],
  [
    'virtualNetworks/hub/virtualNetworkPeerings/to-spoke',
    { properties: { remoteVirtualNetwork: ref('virtualNetworks/spoke') } },
  ],
  ['virtualNetworkGateways/gw', GATEWAY],
  [
    'virtualNetworkGateways/gw/natRules/nat',
    {
      properties: {
        internalMappings: [{ addressSpace: '10.4.0.0/24' }],
        externalMappings: [{ addressSpace: '192.168.21.0/24' }],
      },
    },
  ],
  [
    'localNetworkGateways/site',
    {
      location,
      properties: {
        gatewayIpAddress: '198.51.100.9',
        localNetworkAddressSpace: { addressPrefixes: ['10.50.0.0/16'] },
      },
    },
  ],
  [
    'connections/to-site',
    {
      location,
      properties: {
        connectionType: 'IPsec',
        virtualNetworkGateway1: { ...ref('virtualNetworkGateways/gw'), properties: {} },
        localNetworkGateway2: { ...ref('localNetworkGateways/site'), properties: {} },
        sharedKey: 'not-a-real-key',
      },
    },
  ],
  [
    'expressRouteCircuits/circuit',
    {
      location,
      sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' },
      properties: {
        serviceProviderProperties: {
          serviceProviderName: 'Equinix',
          peeringLocation: 'Amsterdam',
          bandwidthInMbps: 200,
        },
      },
    },
  ],
  [
    'expressRouteCircuits/circuit/peerings/azureprivatepeering',
    {
      properties: {
        peerASN: 65020,
        primaryPeerAddressPrefix: '172.16.0.0/30',
        secondaryPeerAddressPrefix: '172.16.0.4/30',
        vlanId: 100,
      },
    },
  ],
  ['expressRouteCircuits/circuit/authorizations/key', { properties: {} }],
  [
    'expressRouteCircuits/other',
    {
      location,
      sku: { name: 'Standard_MeteredData', tier: 'Standard', family: 'MeteredData' },
      properties: {
        serviceProviderProperties: {
          serviceProviderName: 'Equinix',
          peeringLocation: 'London',
          bandwidthInMbps: 200,
        },
      },
    },
  ],
  [
    'expressRouteCircuits/other/peerings/azureprivatepeering',
    {
      properties: {
        peerASN: 65030,
        primaryPeerAddressPrefix: '172.16.1.0/30',
        secondaryPeerAddressPrefix: '172.16.1.4/30',
        vlanId: 100,
      },
    },
  ],
  [
    'expressRouteCircuits/circuit/peerings/azureprivatepeering/connections/reach',
    {
      properties: {
        peerExpressRouteCircuitPeering: ref('expressRouteCircuits/other/peerings/AzurePrivatePeering'),
        addressPrefix: '172.16.2.0/29',
      },
    },
  ],
  ['routeFilters/filter', { location, properties: {} }],
  [
    'routeFilters/filter/routeFilterRules/weu',
    { properties: { access: 'Allow', routeFilterRuleType: 'Community', communities: ['12076:51002'] } },
  ],
  [
    'ExpressRoutePorts/port',
    {
      location,
      properties: { peeringLocation: 'Equinix-Amsterdam-AM5', bandwidthInGbps: 10, encapsulation: 'Dot1Q' },
    },
  ],
  ['ExpressRoutePorts/port/authorizations/key', { properties: {} }],
  ['virtualWans/wan', { location, properties: { type: 'Standard' } }],
  [
    'virtualHubs/vhub',
    { location, properties: { addressPrefix: '10.1.0.0/23', virtualWan: ref('virtualWans/wan') } },
  ],
  // A hub with a routing intent has no tables of its own.
  [
    'virtualHubs/other',
    { location, properties: { addressPrefix: '10.2.0.0/23', virtualWan: ref('virtualWans/wan') } },
  ],
  ['virtualHubs/other/hubRouteTables/extra', { properties: { labels: ['extra'] } }],
  [
    'virtualHubs/vhub/hubVirtualNetworkConnections/spoke',
    { properties: { remoteVirtualNetwork: ref('virtualNetworks/spoke') } },
  ],
  ['virtualHubs/vhub/bgpConnections/nva', { properties: { peerAsn: 65050, peerIp: '10.9.0.4' } }],
  ['virtualHubs/vhub/routeMaps/map', { properties: {} }],
  ['expressRouteGateways/ergw', { location, properties: { virtualHub: ref('virtualHubs/vhub') } }],
  [
    'expressRouteGateways/ergw/expressRouteConnections/circuit',
    {
      properties: {
        expressRouteCircuitPeering: ref('expressRouteCircuits/circuit/peerings/AzurePrivatePeering'),
      },
    },
  ],
  [
    'vpnSites/branch',
    {
      location,
      properties: {
        virtualWan: ref('virtualWans/wan'),
        addressSpace: { addressPrefixes: ['10.60.0.0/24'] },
        vpnSiteLinks: [{ name: 'isp', properties: { ipAddress: '203.0.113.9' } }],
      },
    },
  ],
  ['vpnGateways/s2s', { location, properties: { virtualHub: ref('virtualHubs/vhub') } }],
  [
    'vpnGateways/s2s/vpnConnections/branch',
    {
      properties: {
        remoteVpnSite: ref('vpnSites/branch'),
        vpnLinkConnections: [
          { name: 'isp', properties: { vpnSiteLink: ref('vpnSites/branch/vpnSiteLinks/isp') } },
        ],
      },
    },
  ],
  ['vpnGateways/s2s/natRules/nat', { properties: { type: 'Static', mode: 'EgressSnat' } }],
  ['vpnServerConfigurations/people', { location, properties: {} }],
  [
    'vpnServerConfigurations/people/configurationPolicyGroups/staff',
    {
      properties: {
        isDefault: true,
        policyMembers: [{ name: 'all', attributeType: 'CertificateGroupId', attributeValue: 'contoso.com' }],
      },
    },
  ],
  [
    'p2svpnGateways/p2s',
    {
      location,
      properties: {
        virtualHub: ref('virtualHubs/vhub'),
        vpnServerConfiguration: ref('vpnServerConfigurations/people'),
        p2SConnectionConfigurations: [
          { name: 'pool', properties: { vpnClientAddressPool: { addressPrefixes: ['10.70.0.0/24'] } } },
        ],
      },
    },
  ],
  [
    'azureFirewalls/fw',
    {
      location,
      properties: { sku: { name: 'AZFW_Hub', tier: 'Standard' }, virtualHub: ref('virtualHubs/vhub') },
    },
  ],
  [
    'networkVirtualAppliances/nva',
    {
      location,
      properties: {
        nvaSku: { vendor: 'ciscosdwan', bundledScaleUnit: '4', marketPlaceVersion: 'latest' },
        virtualApplianceAsn: 65060,
        virtualHub: ref('virtualHubs/vhub'),
      },
    },
  ],
  [
    'virtualHubs/vhub/routingIntent/hubRoutingIntent',
    {
      properties: {
        routingPolicies: [
          { name: 'private', destinations: ['PrivateTraffic'], nextHop: `${NETWORK}/azureFirewalls/fw` },
        ],
      },
    },
  ],
  ['networkWatchers/watcher', { location, properties: {} }],
]
