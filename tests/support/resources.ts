import type { SubscriptionInventory } from '../../src/model/inventory.ts'
import { keyOf, nameOfId, typeOfId } from '../../src/model/paths.ts'
import type { Envelope, Resource } from '../../src/model/resources/resource.ts'
import type { ExpressRouteCircuit, ExpressRoutePort } from '../../src/model/resources/expressroute.ts'
import type { PublicIPAddress, VirtualNetwork } from '../../src/model/resources/network.ts'
import type { VirtualHub, VirtualWan, VpnConnection } from '../../src/model/resources/virtual-wan.ts'
import type {
  Connection,
  LocalNetworkGateway,
  NatRule,
  VirtualNetworkGateway,
} from '../../src/model/resources/vpn.ts'

/** Resources with nothing remarkable about them; a test says only what it is about. */
export const SUBSCRIPTION = '11111111-1111-4111-8111-111111111111'
export const READ_AT = Date.UTC(2026, 10, 25, 9, 0, 0)

export function idOf(type: string, name: string, group = 'rg-net-weu'): string {
  return `/subscriptions/${SUBSCRIPTION}/resourceGroups/${group}/providers/Microsoft.Network/${type}/${name}`
}

function envelope(id: string): Envelope {
  return {
    id,
    key: keyOf(id),
    name: nameOfId(id),
    type: typeOfId(id) ?? '',
    subscriptionId: SUBSCRIPTION,
    resourceGroup: id.split('/')[4] ?? '',
    location: 'westeurope',
    tags: {},
    zones: [],
    provisioningState: 'Succeeded',
    source: 'get',
    readAt: READ_AT,
    body: { id, properties: {} },
  }
}

export function connection(name: string, change: Partial<Connection> = {}): Connection {
  return {
    ...envelope(idOf('connections', name)),
    kind: 'connection',
    connectionType: 'IPsec',
    connectionStatus: 'Connected',
    gateway1Id: idOf('virtualNetworkGateways', 'vgw'),
    localNetworkGatewayId: idOf('localNetworkGateways', 'lng'),
    tunnels: [],
    enableBgp: false,
    usePolicyBasedTrafficSelectors: false,
    trafficSelectors: [],
    ipsecPolicies: [],
    expressRouteGatewayBypass: false,
    natRuleIds: [],
    ...change,
  }
}

export function gateway(name: string, change: Partial<VirtualNetworkGateway> = {}): VirtualNetworkGateway {
  return {
    ...envelope(idOf('virtualNetworkGateways', name)),
    kind: 'virtualNetworkGateway',
    gatewayType: 'Vpn',
    sku: 'VpnGw2AZ',
    activeActive: false,
    enableBgp: false,
    ipConfigurations: [
      { name: 'default', subnetId: `${idOf('virtualNetworks', 'vnet')}/subnets/GatewaySubnet` },
    ],
    clientAddressPool: [],
    clientProtocols: [],
    clientAuthentication: [],
    customRoutes: [],
    natRuleIds: [],
    ...change,
  }
}

export function site(name: string, change: Partial<LocalNetworkGateway> = {}): LocalNetworkGateway {
  return {
    ...envelope(idOf('localNetworkGateways', name)),
    kind: 'localNetworkGateway',
    gatewayIpAddress: '203.0.113.18',
    addressPrefixes: ['10.70.0.0/16'],
    ...change,
  }
}

export function network(name: string, change: Partial<VirtualNetwork> = {}): VirtualNetwork {
  return {
    ...envelope(idOf('virtualNetworks', name)),
    kind: 'virtualNetwork',
    addressPrefixes: ['10.20.0.0/16'],
    dnsServers: [],
    subnets: [],
    peerings: [],
    ...change,
  }
}

export function publicAddress(name: string, change: Partial<PublicIPAddress> = {}): PublicIPAddress {
  return {
    ...envelope(idOf('publicIPAddresses', name)),
    kind: 'publicIPAddress',
    sku: 'Standard',
    allocationMethod: 'Static',
    ...change,
  }
}

export function natRule(name: string, change: Partial<NatRule> = {}): NatRule {
  return {
    ...envelope(`${idOf('virtualNetworkGateways', 'vgw')}/natRules/${name}`),
    kind: 'natRule',
    natType: 'Static',
    mode: 'EgressSnat',
    internalPrefixes: ['10.1.0.0/24'],
    externalPrefixes: ['192.168.1.0/24'],
    ...change,
  }
}

export function circuit(name: string, change: Partial<ExpressRouteCircuit> = {}): ExpressRouteCircuit {
  return {
    ...envelope(idOf('expressRouteCircuits', name)),
    kind: 'expressRouteCircuit',
    circuitProvisioningState: 'Enabled',
    serviceProviderProvisioningState: 'Provisioned',
    serviceProviderName: 'Colt',
    globalReachEnabled: false,
    allowClassicOperations: false,
    peerings: [
      {
        id: `${idOf('expressRouteCircuits', name)}/peerings/AzurePrivatePeering`,
        name: 'AzurePrivatePeering',
        state: 'Enabled',
      },
    ],
    authorizations: [],
    ...change,
  }
}

export function port(name: string, change: Partial<ExpressRoutePort> = {}): ExpressRoutePort {
  return {
    ...envelope(idOf('expressRoutePorts', name)),
    kind: 'expressRoutePort',
    circuitIds: [],
    links: [
      { name: 'link1', adminState: 'Enabled' },
      { name: 'link2', adminState: 'Enabled' },
    ],
    ...change,
  }
}

export function wan(name: string, change: Partial<VirtualWan> = {}): VirtualWan {
  return {
    ...envelope(idOf('virtualWans', name)),
    kind: 'virtualWan',
    allowBranchToBranchTraffic: true,
    disableVpnEncryption: false,
    hubIds: [],
    siteIds: [],
    ...change,
  }
}

export function hub(name: string, change: Partial<VirtualHub> = {}): VirtualHub {
  return {
    ...envelope(idOf('virtualHubs', name)),
    kind: 'virtualHub',
    routingState: 'Provisioned',
    virtualRouterIps: [],
    networkVirtualApplianceIds: [],
    routeMapIds: [],
    bgpConnectionIds: [],
    ...change,
  }
}

export function siteConnection(name: string, change: Partial<VpnConnection> = {}): VpnConnection {
  const gatewayId = idOf('vpnGateways', 'vpngw')
  return {
    ...envelope(`${gatewayId}/vpnConnections/${name}`),
    kind: 'vpnConnection',
    gatewayId,
    siteId: idOf('vpnSites', 'site'),
    connectionStatus: 'Connected',
    enableInternetSecurity: false,
    links: [],
    ...change,
  }
}

export function inventory(
  resources: Resource[],
  change: Partial<SubscriptionInventory> = {},
): SubscriptionInventory {
  return {
    subscriptionId: SUBSCRIPTION,
    resources,
    unreadable: [],
    phase: 'done',
    readAt: READ_AT,
    ...change,
  }
}
