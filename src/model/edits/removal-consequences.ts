import type { Estate } from '../estate.ts'
import { sentenceList } from '../format.ts'
import { keyOf, nameOfId } from '../paths.ts'
import { hubConnectionsOf } from '../circuit/link-limit.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { PublicIPAddress } from '../resources/network.ts'
import type { Resource } from '../resources/resource.ts'
import type { Connection, VirtualNetworkGateway } from '../resources/vpn.ts'
import { spokesOf } from '../status/overlap.ts'
import type { Consequences, Touched } from './consequences.ts'
import { connectionsOf, endsOf, touchedConnection } from './gateway-connections.ts'
import { reachRemovals } from './global-reach.ts'
import { hubGatewayConnections, publicAddressesOf, type Removable } from './removal.ts'
import { virtualWanConsequences } from './virtual-wan/removal-words.ts'
import { homeOf } from './site-surroundings.ts'

export function removalConsequences(
  resource: Removable,
  estate: Estate,
  options: { addresses: boolean; inside?: readonly Resource[] },
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
      return virtualWanConsequences(resource, estate, options.inside ?? [])
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
