import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import { kindRow } from '../resources/kinds.ts'
import type {
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  ExpressRoutePort,
} from '../resources/expressroute.ts'
import { heldByOthers } from '../circuit/held-by-others.ts'
import { hubConnectionsOf } from '../circuit/link-limit.ts'
import { reachRemovals } from './global-reach.ts'
import type { PublicIPAddress } from '../resources/network.ts'
import type { Resource } from '../resources/resource.ts'
import type { Connection, LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import { connectionsOf } from './gateway-connections.ts'
import { heldInHub } from './held-by.ts'
import { peeringRemoval } from './peering-write.ts'
import { topicOf } from './write-topic.ts'
import { partsOf } from './virtual-wan/take-apart.ts'
import type { Removal } from './write.ts'

export type Removable =
  | VirtualNetworkGateway
  | Connection
  | LocalNetworkGateway
  | ExpressRouteCircuit
  | ExpressRoutePort
  | ExpressRouteGateway
  | ExpressRouteConnection
  | VirtualWanPart

/** What of Virtual WAN is deleted from its page. */
export type VirtualWanPart = Extract<
  Resource,
  {
    kind:
      | 'virtualWan'
      | 'virtualHub'
      | 'hubVirtualNetworkConnection'
      | 'hubRouteTable'
      | 'hubBgpConnection'
      | 'routingIntent'
      | 'vpnGateway'
      | 'vpnConnection'
      | 'vpnSite'
      | 'vpnServerConfiguration'
      | 'p2sVpnGateway'
  }
>

interface RemovalOptions {
  /** Public addresses of a gateway go too. */
  addresses: boolean
  /** What was read of `collectionsIn`. */
  inside?: readonly Resource[]
}

/**
 * What has to go, in the order that Azure takes it: connections, then what they hang on, then its public addresses where
 * that is wanted (VPN Gateway reference 5.3, 5.5 row 12). The subnet of a gateway stays. Of a circuit its connections, Global Reach and
 * peerings go before it (ExpressRoute document 2.6); authorizations go with it.
 */
export function removalsOf(resource: Removable, estate: Estate, options: RemovalOptions): Removal[] {
  const last =
    resource.kind === 'virtualNetworkGateway' && options.addresses ? publicAddressesOf(resource, estate) : []
  return [
    ...(resource.kind === 'expressRouteCircuit'
      ? clearingOf(resource, estate)
      : usersOf(resource, estate, options.inside ?? []).map((one) => removal(one, resource, estate))),
    removal(resource, resource, estate),
    ...last.map((one) => removal(one, resource, estate)),
  ]
}

/** What is deleted before a resource, of those that are no circuit. */
function usersOf(
  resource: Exclude<Removable, ExpressRouteCircuit>,
  estate: Estate,
  inside: readonly Resource[],
): readonly Resource[] {
  switch (resource.kind) {
    case 'connection':
    case 'expressRouteConnection':
    case 'expressRoutePort':
    case 'hubVirtualNetworkConnection':
    case 'hubRouteTable':
    case 'hubBgpConnection':
    case 'routingIntent':
    case 'vpnConnection':
    case 'vpnServerConfiguration':
    case 'p2sVpnGateway':
      return []
    case 'virtualWan':
    case 'virtualHub':
    case 'vpnGateway':
    case 'vpnSite':
      return partsOf(resource, estate, inside)
    case 'expressRouteGateway':
      return hubGatewayConnections(resource, estate)
    case 'virtualNetworkGateway':
    case 'localNetworkGateway':
      return connectionsOf(resource, estate)
    default:
      return resource satisfies never
  }
}

/**
 * What goes before a circuit: connections of networks and hubs, Global Reach from both sides, then its peerings, unless others hold them.
 * @param topic of the form whose writes they are
 */
export function clearingOf(
  circuit: ExpressRouteCircuit,
  estate: Estate,
  topic: 'delete' | 'take-down' = 'delete',
): Removal[] {
  const made = topicOf(topic, circuit.id)
  const connections = [...connectionsOf(circuit, estate), ...hubConnectionsOf(circuit, estate)]
  return [
    ...connections.map((one) => ({ ...removal(one, circuit, estate), topic: made })),
    ...reachRemovals(circuit, made),
    ...(heldByOthers(circuit, estate) === undefined ? circuit.peerings : []).flatMap(({ name }) => {
      const one = peeringRemoval(circuit, name)
      return one ? [{ ...one, topic: made }] : []
    }),
  ]
}

/** The connections of a gateway in a hub, as far as they were read, by name. */
export function hubGatewayConnections(
  gateway: ExpressRouteGateway,
  estate: Estate,
): ExpressRouteConnection[] {
  return estate.rows
    .map(({ key }) => estate.resources.get(key))
    .filter((one) => one?.kind === 'expressRouteConnection')
    .filter(({ gatewayId }) => keyOf(gatewayId) === gateway.key)
    .toSorted((one, other) => one.name.localeCompare(other.name))
}

function removal(resource: Resource, formOf: Removable, estate: Estate): Removal {
  const { id, name, kind } = resource
  return {
    is: 'removal',
    method: 'DELETE',
    topic: resource.key === formOf.key ? 'delete' : topicOf('delete', formOf.id),
    id,
    name,
    what: `Delete ${name}`,
    effect: 'It is gone for good. Nothing can be put back.',
    action: `${kind === 'other' ? resource.type : `Microsoft.Network/${kindRow(kind).armType}`}/delete`,
    ...heldInHub(resource, estate),
  }
}

/** The public addresses a gateway has, as far as they were read. */
export function publicAddressesOf(gateway: VirtualNetworkGateway, estate: Estate): PublicIPAddress[] {
  return gateway.ipConfigurations.flatMap(({ publicIPAddressId: id }) => {
    const found = id === undefined ? undefined : estate.resources.get(keyOf(id))
    return found?.kind === 'publicIPAddress' ? [found] : []
  })
}
