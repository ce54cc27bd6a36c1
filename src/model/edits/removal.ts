import type { Estate } from '../estate.ts'
import { sentenceList } from '../format.ts'
import { keyOf } from '../paths.ts'
import { kindRow } from '../resources/kinds.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
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

export type Removable = VirtualNetworkGateway | Connection | LocalNetworkGateway | ExpressRouteCircuit

/**
 * What has to go, in the order that Azure takes it: connections, then what they hang on, then its public addresses where
 * that is wanted (VPN Gateway reference 5.3, 5.5 row 12). The subnet of a gateway stays. Of a circuit its peerings go before it
 * (ExpressRoute document 2.6); authorizations go with it.
 */
export function removalsOf(resource: Removable, estate: Estate, options: { addresses: boolean }): Removal[] {
  const first = resource.kind === 'connection' ? [] : connectionsOf(resource, estate)
  const last =
    resource.kind === 'virtualNetworkGateway' && options.addresses ? publicAddressesOf(resource, estate) : []
  const peerings = resource.kind === 'expressRouteCircuit' ? resource.peerings : []
  return [
    ...first.map((one) => removal(one, resource)),
    ...peerings.map((one) => peeringRemoval(resource, one)),
    removal(resource, resource),
    ...last.map((one) => removal(one, resource)),
  ]
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
        depends: connectionsOf(resource, estate).map(goesFirst),
        drops: 'All traffic over it, for good.',
        after: 'Billing ends when it is gone. Its service key opens nothing any more; tell the provider.',
      }
    default:
      return resource satisfies never
  }
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
