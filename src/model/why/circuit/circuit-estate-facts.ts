import { hubConnectionsOf } from '../../circuit/link-limit.ts'
import { placeOf } from '../../circuit/place.ts'
import { connectionsOf } from '../../edits/gateway-connections.ts'
import type { Estate } from '../../estate.ts'
import { keyOf, parentId } from '../../paths.ts'
import type { ExpressRouteCircuit, ExpressRouteConnection } from '../../resources/expressroute.ts'
import type { VirtualNetwork } from '../../resources/network.ts'
import type { Resource } from '../../resources/resource.ts'
import type { Connection } from '../../resources/vpn.ts'
import { networksBehind } from '../../status/overlap.ts'
import { known, type Asked } from '../asked.ts'
import type { CircuitEnd, CircuitEstateFacts, CircuitNearby, CircuitSubject } from './circuit-facts.ts'

/**
 * What the estate knows of a circuit and of what hangs together with it. Nothing is asked.
 * @param reading the lists of the estate are still on their way: what is not there yet may come
 */
export function circuitEstateFacts(
  subject: CircuitSubject,
  estate: Estate,
  now: number,
  reading: boolean,
): CircuitEstateFacts {
  const absent: Asked<never> = reading ? { is: 'asking' } : { is: 'none' }
  const find = (id: string | undefined): Resource | undefined =>
    id === undefined ? undefined : estate.resources.get(keyOf(id))
  const found = subject.kind === 'expressRouteCircuit' ? subject : find(circuitIdOf(subject))
  const circuit = found?.kind === 'expressRouteCircuit' ? found : undefined
  const portId = circuit?.expressRoutePortId
  const port = find(portId)
  const ends = endsOf(subject, circuit, estate)
  return {
    now,
    subject,
    circuit: circuit === undefined ? absent : known(circuit, circuit.readAt),
    port:
      port?.kind === 'expressRoutePort'
        ? known(port, port.readAt)
        : portId === undefined
          ? { is: 'none' }
          : absent,
    ends: ends.map((connection): CircuitEnd => {
      const gateway = find(gatewayIdOf(connection))
      return {
        connection,
        gateway:
          gateway?.kind === 'virtualNetworkGateway' || gateway?.kind === 'expressRouteGateway'
            ? known(gateway, gateway.readAt)
            : absent,
      }
    }),
    networks: networksOf(ends, estate),
    nearby: circuit === undefined ? [] : nearbyOf(circuit, estate),
  }
}

/** The circuit a connection leads to, of whatever subscription. */
export function circuitIdOf(subject: CircuitSubject): string | undefined {
  switch (subject.kind) {
    case 'expressRouteCircuit':
      return subject.id
    case 'connection':
      return subject.circuitId
    case 'expressRouteConnection':
      return subject.circuitPeeringId === undefined ? undefined : parentId(subject.circuitPeeringId)
    default:
      return subject satisfies never
  }
}

export function gatewayIdOf(connection: Connection | ExpressRouteConnection): string | undefined {
  return connection.kind === 'connection' ? connection.gateway1Id : connection.gatewayId
}

function endsOf(
  subject: CircuitSubject,
  circuit: ExpressRouteCircuit | undefined,
  estate: Estate,
): (Connection | ExpressRouteConnection)[] {
  if (subject.kind !== 'expressRouteCircuit') return [subject]
  if (circuit === undefined) return []
  return [...connectionsOf(circuit, estate), ...hubConnectionsOf(circuit, estate)]
}

function networksOf(
  ends: readonly (Connection | ExpressRouteConnection)[],
  estate: Estate,
): VirtualNetwork[] {
  const lookup = {
    find: (id: string) => estate.resources.get(keyOf(id)),
    links: (key: string) => estate.links(key),
  }
  const found = new Map<string, VirtualNetwork>()
  for (const end of ends)
    for (const network of networksBehind(gatewayIdOf(end), lookup)) found.set(network.key, network)
  return [...found.values()]
}

function nearbyOf(circuit: ExpressRouteCircuit, estate: Estate): CircuitNearby[] {
  const where = placeOf(circuit, estate)
  if (where === undefined) return []
  return estate.rows.flatMap(({ key }) => {
    const other = estate.resources.get(key)
    if (other?.kind !== 'expressRouteCircuit' || other.key === circuit.key) return []
    if (placeOf(other, estate) !== where) return []
    const statuses = connectionsOf(other, estate).flatMap(({ connectionStatus }) => connectionStatus ?? [])
    return [{ name: other.name, statuses }]
  })
}
