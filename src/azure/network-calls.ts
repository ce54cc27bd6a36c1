import type { NetworkManagementClient } from '@azure/arm-network'
import type { OperationOptions } from '@azure/core-client'
import type { Kind } from '../model/resources/resource.ts'

type Client = NetworkManagementClient
type Options = OperationOptions

/** Lists of a whole subscription. The hub's ExpressRoute gateways come unpaged from the SDK. */
export const SUBSCRIPTION_LISTS = {
  virtualNetworks: (client: Client, o: Options) => client.virtualNetworks.listAll(o).byPage(),
  publicIPAddresses: (client: Client, o: Options) => client.publicIPAddresses.listAll(o).byPage(),
  azureFirewalls: (client: Client, o: Options) => client.azureFirewalls.listAll(o).byPage(),
  expressRouteCircuits: (client: Client, o: Options) => client.expressRouteCircuits.listAll(o).byPage(),
  expressRoutePorts: (client: Client, o: Options) => client.expressRoutePorts.list(o).byPage(),
  expressRouteGateways: (client: Client, o: Options) => client.expressRouteGateways.listBySubscription(o),
  virtualWans: (client: Client, o: Options) => client.virtualWans.list(o).byPage(),
  virtualHubs: (client: Client, o: Options) => client.virtualHubs.list(o).byPage(),
  vpnGateways: (client: Client, o: Options) => client.vpnGateways.list(o).byPage(),
  p2sVpnGateways: (client: Client, o: Options) => client.p2SVpnGateways.list(o).byPage(),
  vpnSites: (client: Client, o: Options) => client.vpnSites.list(o).byPage(),
  vpnServerConfigurations: (client: Client, o: Options) => client.vpnServerConfigurations.list(o).byPage(),
}
export type SubscriptionList = keyof typeof SUBSCRIPTION_LISTS

/** Lists of a resource group, for the three types ARM has no subscription list of. */
export const GROUP_LISTS = {
  virtualNetworkGateways: (client: Client, group: string, o: Options) =>
    client.virtualNetworkGateways.list(group, o).byPage(),
  connections: (client: Client, group: string, o: Options) =>
    client.virtualNetworkGatewayConnections.list(group, o).byPage(),
  localNetworkGateways: (client: Client, group: string, o: Options) =>
    client.localNetworkGateways.list(group, o).byPage(),
}
export type GroupList = keyof typeof GROUP_LISTS

interface Names {
  group: string
  first: string
  /** The child's name; empty for a resource at the top. */
  second: string
}

type Get = (client: Client, names: Names, options: Options) => Promise<unknown>

/** GET of one resource by kind; a kind that is not here is read without the SDK. */
export const GETS: Partial<Record<Kind, Get>> = {
  virtualNetworkGateway: (c, n, o) => c.virtualNetworkGateways.get(n.group, n.first, o),
  connection: (c, n, o) => c.virtualNetworkGatewayConnections.get(n.group, n.first, o),
  localNetworkGateway: (c, n, o) => c.localNetworkGateways.get(n.group, n.first, o),
  natRule: (c, n, o) => c.virtualNetworkGatewayNatRules.get(n.group, n.first, n.second, o),
  expressRouteCircuit: (c, n, o) => c.expressRouteCircuits.get(n.group, n.first, o),
  circuitPeering: (c, n, o) => c.expressRouteCircuitPeerings.get(n.group, n.first, n.second, o),
  circuitAuthorization: (c, n, o) => c.expressRouteCircuitAuthorizations.get(n.group, n.first, n.second, o),
  expressRoutePort: (c, n, o) => c.expressRoutePorts.get(n.group, n.first, o),
  expressRouteGateway: (c, n, o) => c.expressRouteGateways.get(n.group, n.first, o),
  expressRouteConnection: (c, n, o) => c.expressRouteConnections.get(n.group, n.first, n.second, o),
  virtualWan: (c, n, o) => c.virtualWans.get(n.group, n.first, o),
  virtualHub: (c, n, o) => c.virtualHubs.get(n.group, n.first, o),
  hubVirtualNetworkConnection: (c, n, o) => c.hubVirtualNetworkConnections.get(n.group, n.first, n.second, o),
  hubRouteTable: (c, n, o) => c.hubRouteTables.get(n.group, n.first, n.second, o),
  routingIntent: (c, n, o) => c.routingIntentOperations.get(n.group, n.first, n.second, o),
  hubBgpConnection: (c, n, o) => c.virtualHubBgpConnection.get(n.group, n.first, n.second, o),
  vpnGateway: (c, n, o) => c.vpnGateways.get(n.group, n.first, o),
  vpnConnection: (c, n, o) => c.vpnConnections.get(n.group, n.first, n.second, o),
  vpnSite: (c, n, o) => c.vpnSites.get(n.group, n.first, o),
  vpnServerConfiguration: (c, n, o) => c.vpnServerConfigurations.get(n.group, n.first, o),
  p2sVpnGateway: (c, n, o) => c.p2SVpnGateways.get(n.group, n.first, o),
  virtualNetwork: (c, n, o) => c.virtualNetworks.get(n.group, n.first, o),
  subnet: (c, n, o) => c.subnets.get(n.group, n.first, n.second, o),
  virtualNetworkPeering: (c, n, o) => c.virtualNetworkPeerings.get(n.group, n.first, n.second, o),
  publicIPAddress: (c, n, o) => c.publicIPAddresses.get(n.group, n.first, o),
  azureFirewall: (c, n, o) => c.azureFirewalls.get(n.group, n.first, o),
}
