import type { Estate } from '../estate.ts'
import { sentenceList } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import { kindRow } from '../resources/kinds.ts'
import type {
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  ExpressRoutePort,
} from '../resources/expressroute.ts'
import { hubConnectionsOf } from '../circuit/link-limit.ts'
import { reachRemovals } from './global-reach.ts'
import type { PublicIPAddress } from '../resources/network.ts'
import type { Resource } from '../resources/resource.ts'
import type { Connection, LocalNetworkGateway, VirtualNetworkGateway } from '../resources/vpn.ts'
import { spokesOf } from '../status/overlap.ts'
import type { Consequences, Touched } from './consequences.ts'
import { connectionsOf, endsOf, touchedConnection } from './gateway-connections.ts'
import { heldBy } from './held-by.ts'
import { homeOf } from './site-surroundings.ts'
import { topicOf } from './write-topic.ts'
import type { Removal } from './write.ts'

export type Removable =
  | VirtualNetworkGateway
  | Connection
  | LocalNetworkGateway
  | ExpressRouteCircuit
  | ExpressRoutePort
  | ExpressRouteGateway
  | ExpressRouteConnection

/**
 * What has to go, in the order that Azure takes it: connections, then what they hang on, then its public addresses where
 * that is wanted (VPN Gateway reference 5.3, 5.5 row 12). The subnet of a gateway stays. Of a circuit its connections, Global Reach and
 * peerings go before it (ExpressRoute document 2.6); authorizations go with it.
 */
export function removalsOf(resource: Removable, estate: Estate, options: { addresses: boolean }): Removal[] {
  const last =
    resource.kind === 'virtualNetworkGateway' && options.addresses ? publicAddressesOf(resource, estate) : []
  return [
    ...(resource.kind === 'expressRouteCircuit'
      ? clearingOf(resource, estate)
      : usersOf(resource, estate).map((one) => removal(one, resource))),
    removal(resource, resource),
    ...last.map((one) => removal(one, resource)),
  ]
}

/** What is deleted before a resource, of those that are no circuit. */
function usersOf(resource: Exclude<Removable, ExpressRouteCircuit>, estate: Estate) {
  switch (resource.kind) {
    case 'connection':
    case 'expressRouteConnection':
    case 'expressRoutePort':
      return []
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
 * What goes before a circuit: connections of networks and hubs, Global Reach from both sides, then its peerings.
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
    ...connections.map((one) => ({ ...removal(one, circuit), topic: made })),
    ...reachRemovals(circuit, made),
    ...circuit.peerings.map((one) => ({ ...peeringRemoval(circuit, one), topic: made })),
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

function removal(resource: Exclude<Resource, { kind: 'other' }>, formOf: Removable): Removal {
  const { id, name, kind } = resource
  return {
    is: 'removal',
    method: 'DELETE',
    topic: resource.key === formOf.key ? 'delete' : topicOf('delete', formOf.id),
    id,
    name,
    what: `Delete ${name}`,
    effect: 'It is gone for good. Nothing can be put back.',
    action: `Microsoft.Network/${kindRow(kind).armType}/delete`,
    holds: heldBy(resource),
  }
}

function peeringRemoval(circuit: Removable, { id, name }: { id: string; name: string }): Removal {
  return {
    ...removal(circuit, circuit),
    topic: topicOf('delete', circuit.id),
    id,
    name,
    what: `Delete ${name} of ${circuit.name}`,
    action: 'Microsoft.Network/expressRouteCircuits/peerings/delete',
  }
}

/** The public addresses a gateway has, as far as they were read. */
export function publicAddressesOf(gateway: VirtualNetworkGateway, estate: Estate): PublicIPAddress[] {
  return gateway.ipConfigurations.flatMap(({ publicIPAddressId: id }) => {
    const found = id === undefined ? undefined : estate.resources.get(keyOf(id))
    return found?.kind === 'publicIPAddress' ? [found] : []
  })
}

export function removalConsequences(
  resource: Removable,
  estate: Estate,
  options: { addresses: boolean },
): Consequences {
  switch (resource.kind) {
    case 'connection': {
      const { near, far } = endsOf(resource, estate)
      return {
        touches: [touchedConnection(resource), ...near.map((end) => ({ ...end, note: 'stays' }))],
        depends: far.map((end) => ({ ...end, note: 'is reached over it, stays' })),
        drops: 'All traffic over it, for good.',
        after:
          'To have it again it has to be made anew, with the shared key, policy and selectors it has now.',
      }
    }
    case 'localNetworkGateway':
      return {
        touches: [{ id: resource.id, name: resource.name }],
        depends: connectionsOf(resource, estate).map(goesFirst),
        drops: 'All traffic to this site, for good.',
        after: 'The gateways at the other end of its connections stay.',
      }
    case 'virtualNetworkGateway':
      return gatewayConsequences(resource, estate, options)
    case 'expressRouteCircuit':
      return {
        touches: [
          { id: resource.id, name: resource.name, note: 'with its authorizations' },
          ...resource.peerings.map(({ id, name }) => ({ id, name, note: 'goes first' })),
        ],
        depends: circuitUsers(resource, estate),
        drops: 'All traffic over it, for good.',
        after:
          'Billing ends when it is gone. Its service key opens nothing any more; tell the provider. Route filters of its peerings stay.',
      }
    case 'expressRoutePort':
      return {
        touches: [{ id: resource.id, name: resource.name, note: 'both its links, and its authorizations' }],
        depends: resource.circuitIds.map((id) => ({
          id,
          name: estate.resources.get(keyOf(id))?.name ?? nameOfId(id),
          note: 'sits on it: Azure deletes no port with a circuit',
        })),
        drops: 'Both links, for good.',
        after:
          'Billing ends when it is gone and the cross connects are taken away: order that at the location.',
      }
    case 'expressRouteGateway':
      return {
        touches: [{ id: resource.id, name: resource.name }],
        depends: hubGatewayConnections(resource, estate).map(({ id, name }) => ({
          id,
          name,
          note: 'its connection, is deleted first',
        })),
        drops: 'All ExpressRoute traffic of its hub, for good.',
        after: 'The circuits stay and are billed. The hub and its other gateways stay.',
      }
    case 'expressRouteConnection':
      return {
        touches: [{ id: resource.id, name: resource.name }],
        depends: [{ id: resource.gatewayId, name: nameOfId(resource.gatewayId), note: 'stays' }],
        drops: 'All traffic between its hub and the circuit, for good.',
        after:
          'To have it again it has to be made anew; a circuit of another subscription needs a key that nobody has used.',
      }
    default:
      return resource satisfies never
  }
}

/** What uses a circuit and goes before it. */
export function circuitUsers(circuit: ExpressRouteCircuit, estate: Estate): Touched[] {
  const reached = reachRemovals(circuit, '').map(({ id, name }) => ({
    id,
    name,
    note: 'Global Reach, is deleted first',
  }))
  const inHubs = hubConnectionsOf(circuit, estate).map(({ id, name }) => ({
    id,
    name,
    note: 'connection of a hub, is deleted first',
  }))
  return [...connectionsOf(circuit, estate).map(goesFirst), ...inHubs, ...reached]
}

function gatewayConsequences(
  gateway: VirtualNetworkGateway,
  estate: Estate,
  { addresses }: { addresses: boolean },
): Consequences {
  const ips = publicAddressesOf(gateway, estate)
  const home = homeOf(gateway, estate)
  const spokes = home ? spokesOf(home, { find: (id) => estate.resources.get(keyOf(id)) }) : []
  const clients = gateway.clientAddressPool.length > 0
  return {
    touches: [
      { id: gateway.id, name: gateway.name, note: 'with its NAT rules and client settings' },
      ...ips.map(({ id, name, ipAddress = 'address not read' }) => ({
        id,
        name,
        note: addresses ? `${ipAddress}, goes too` : `${ipAddress}, stays`,
      })),
    ],
    depends: [
      ...connectionsOf(gateway, estate).map(goesFirst),
      ...spokes.map(({ id, name }) => ({ id, name, note: 'reaches on-premises through it' })),
    ],
    drops: `All traffic through it, for good.${clients ? ' Its point-to-site clients can no longer connect.' : ''}`,
    after: [addressWords(ips, addresses), 'The virtual network and its GatewaySubnet stay.'].join(' '),
  }
}

/** Whether the public addresses are lost is what a device depends on (VPN Gateway reference 2.2). */
function addressWords(ips: readonly PublicIPAddress[], addresses: boolean): string {
  const texts = ips.flatMap(({ ipAddress }) => ipAddress ?? [])
  if (texts.length === 0) return 'A new gateway gets another public address, unless it is given the same one.'
  const list = sentenceList(texts)
  return addresses
    ? `${list} cannot be had again: every device that points at it has to be changed. Azure may hold it for some minutes ` +
        'after the gateway is gone, and refuse until then.'
    : `${list} ${texts.length === 1 ? 'stays yours, is' : 'stay yours, are'} billed, and can be given to a new gateway.`
}

function goesFirst(connection: Connection): Touched {
  const touched = touchedConnection(connection)
  return { ...touched, note: `${touched.note ?? ''}, is deleted first` }
}
