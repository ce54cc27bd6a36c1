import type { Estate } from '../estate.ts'
import type { Resource } from '../resources/resource.ts'
import { connectionDetails } from './connection.ts'
import {
  authorizationDetails,
  circuitDetails,
  hubExpressRouteConnectionDetails,
  hubExpressRouteGatewayDetails,
  portDetails,
} from './expressroute.ts'
import { circuitPeeringDetails } from './circuit-peering.ts'
import type { Details } from './field.ts'
import {
  hubVpnGatewayDetails,
  pointToSiteDetails,
  serverConfigurationDetails,
  siteConnectionDetails,
  siteDetails,
} from './hub-gateways.ts'
import {
  firewallDetails,
  peeringDetails,
  publicIPAddressDetails,
  subnetDetails,
  virtualNetworkDetails,
} from './network.ts'
import {
  hubBgpConnectionDetails,
  hubDetails,
  hubNetworkConnectionDetails,
  routeTableDetails,
  routingIntentDetails,
  wanDetails,
} from './virtual-wan.ts'
import { gatewayDetails, localNetworkGatewayDetails, natRuleDetails } from './vpn.ts'

/**
 * What a resource's page shows of its kind, beside what every resource has.
 * @param cut members that an opened snapshot left out, `properties.serviceKey`
 */
export function detailsOf(resource: Resource, estate: Estate, cut: readonly string[] = []): Details {
  switch (resource.kind) {
    case 'virtualNetworkGateway':
      return gatewayDetails(resource, estate)
    case 'connection':
      return connectionDetails(resource, estate)
    case 'localNetworkGateway':
      return localNetworkGatewayDetails(resource)
    case 'natRule':
      return natRuleDetails(resource)
    case 'expressRouteCircuit':
      return circuitDetails(resource, estate, cut)
    case 'circuitPeering':
      return circuitPeeringDetails(resource, estate)
    case 'circuitAuthorization':
      return authorizationDetails(resource, estate)
    case 'expressRoutePort':
      return portDetails(resource, estate)
    case 'expressRouteGateway':
      return hubExpressRouteGatewayDetails(resource, estate)
    case 'expressRouteConnection':
      return hubExpressRouteConnectionDetails(resource, estate)
    case 'virtualWan':
      return wanDetails(resource, estate)
    case 'virtualHub':
      return hubDetails(resource, estate)
    case 'hubVirtualNetworkConnection':
      return hubNetworkConnectionDetails(resource, estate)
    case 'hubRouteTable':
      return routeTableDetails(resource, estate)
    case 'routingIntent':
      return routingIntentDetails(resource, estate)
    case 'hubBgpConnection':
      return hubBgpConnectionDetails(resource, estate)
    case 'vpnGateway':
      return hubVpnGatewayDetails(resource, estate)
    case 'vpnConnection':
      return siteConnectionDetails(resource, estate)
    case 'vpnSite':
      return siteDetails(resource, estate)
    case 'vpnServerConfiguration':
      return serverConfigurationDetails(resource, estate)
    case 'p2sVpnGateway':
      return pointToSiteDetails(resource, estate)
    case 'virtualNetwork':
      return virtualNetworkDetails(resource, estate)
    case 'subnet':
      return subnetDetails(resource, estate)
    case 'virtualNetworkPeering':
      return peeringDetails(resource, estate)
    case 'publicIPAddress':
      return publicIPAddressDetails(resource, estate)
    case 'azureFirewall':
      return firewallDetails(resource, estate)
    case 'other':
      return { essentials: [], sections: [] }
    default:
      return resource satisfies never
  }
}
