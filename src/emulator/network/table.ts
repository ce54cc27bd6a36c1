import { parseId } from '../arm/ids.ts'
import { circuitAuthorizations, portAuthorizations } from './authorizations.ts'
import { azureFirewalls } from './azure-firewalls.ts'
import { connections } from './connections.ts'
import { circuitPeerings, expressRouteCircuits } from './express-route-circuits.ts'
import { expressRouteConnections, expressRouteGateways } from './express-route-gateways.ts'
import { expressRoutePorts } from './express-route-ports.ts'
import { gatewayNatRules, vpnGatewayNatRules } from './gateway-nat-rules.ts'
import { circuitConnections } from './global-reach.ts'
import { hubRouteTables, hubVirtualNetworkConnections } from './hub-connections.ts'
import { localNetworkGateways } from './local-network-gateways.ts'
import type { NetworkType } from './network-type.ts'
import { networkWatchers } from './network-watchers.ts'
import { configurationPolicyGroups, p2sVpnGateways, vpnServerConfigurations } from './point-to-site.ts'
import { publicIPAddresses } from './public-ip-addresses.ts'
import { routeFilterRules, routeFilters } from './route-filters.ts'
import { vpnConnections } from './hub-vpn-connections.ts'
import { hubBgpConnections, hubIpConfigurations, routeMaps } from './route-servers.ts'
import { routingIntent } from './routing-intent.ts'
import { subnets } from './subnets.ts'
import { networkVirtualAppliances } from './virtual-appliances.ts'
import { virtualHubs } from './virtual-hubs.ts'
import { virtualNetworkGateways } from './virtual-network-gateways.ts'
import { virtualNetworkPeerings } from './virtual-network-peerings.ts'
import { virtualNetworks } from './virtual-networks.ts'
import { virtualWans } from './virtual-wans.ts'
import { vpnGateways } from './vpn-gateways.ts'
import { vpnSites } from './vpn-sites.ts'

/** Every resource type the emulator knows, in the order of the ARM contract's section 9. */
export const NETWORK_TYPES: readonly NetworkType[] = [
  virtualNetworks,
  subnets,
  virtualNetworkPeerings,
  publicIPAddresses,
  virtualNetworkGateways,
  gatewayNatRules,
  connections,
  localNetworkGateways,
  expressRouteCircuits,
  circuitPeerings,
  circuitAuthorizations,
  circuitConnections,
  expressRoutePorts,
  portAuthorizations,
  expressRouteGateways,
  expressRouteConnections,
  virtualWans,
  virtualHubs,
  hubVirtualNetworkConnections,
  hubRouteTables,
  routingIntent,
  hubIpConfigurations,
  hubBgpConnections,
  routeMaps,
  vpnGateways,
  vpnConnections,
  vpnGatewayNatRules,
  vpnSites,
  vpnServerConfigurations,
  configurationPolicyGroups,
  p2sVpnGateways,
  azureFirewalls,
  networkVirtualAppliances,
  networkWatchers,
  routeFilters,
  routeFilterRules,
]

const BY_TYPE = new Map(NETWORK_TYPES.map((type) => [type.type.toLowerCase(), type]))

export function networkTypeOf(type: string): NetworkType | undefined {
  return BY_TYPE.get(type.toLowerCase())
}

export function networkTypeOfId(id: string): NetworkType | undefined {
  const parsed = parseId(id)
  return parsed?.namespace.toLowerCase() === 'microsoft.network' ? networkTypeOf(parsed.type) : undefined
}
