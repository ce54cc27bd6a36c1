import type { Section } from '../details/field.ts'
import { resource, stateIs, text, yesNo } from '../details/values.ts'
import { hubGatewayConnections } from '../edits/removal.ts'
import type { Estate } from '../estate.ts'
import { bandwidth, count } from '../format.ts'
import { keyOf, parentId } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRouteGateway } from '../resources/expressroute.ts'
import { placeOf } from './place.ts'

/** The circuits the gateway of a hub is connected to; ARM gives no status of theirs (ARM contract 9.6). */
export function hubGatewaySection(gateway: ExpressRouteGateway, estate: Estate): Section {
  const connections = hubGatewayConnections(gateway, estate)
  return {
    title: 'Connections',
    note: count(connections.length, 'connection'),
    columns: [
      { label: 'Last change' },
      { label: 'Connection' },
      { label: 'Circuit' },
      { label: 'Peering location' },
      { label: 'Bandwidth' },
      { label: 'Weight', align: 'end' },
      { label: 'Internet security' },
      { label: 'FastPath' },
    ],
    rows: connections.map((connection) => {
      const circuitId = parentId(connection.circuitPeeringId ?? '')
      const found = estate.resources.get(keyOf(circuitId ?? ''))
      const circuit = found?.kind === 'expressRouteCircuit' ? found : undefined
      const mbps = circuit?.bandwidthInMbps ?? (circuit?.bandwidthInGbps ?? 0) * 1000
      return {
        key: connection.key,
        cells: [
          stateIs(connection.provisioningState, 'Succeeded', 'attention'),
          { is: 'resource', id: connection.id, name: connection.name },
          resource(circuitId, estate, 'not given by Azure'),
          text(circuit && placeOf(circuit, estate), 'not readable'),
          text(mbps > 0 ? bandwidth(mbps) : undefined, 'not readable'),
          text(connection.routingWeight, '0'),
          yesNo(connection.enableInternetSecurity, 'on', 'off'),
          yesNo(connection.expressRouteGatewayBypass, 'on', 'off'),
        ],
      }
    }),
    empty: 'It is connected to no circuit.',
  }
}

/** The circuits of its connections, as far as they were read, each once. */
export function circuitsOfHubGateway(gateway: ExpressRouteGateway, estate: Estate): ExpressRouteCircuit[] {
  const ids = hubGatewayConnections(gateway, estate).map((one) => parentId(one.circuitPeeringId ?? '') ?? '')
  return [...new Set(ids.map(keyOf))].flatMap((key) => {
    const found = estate.resources.get(key)
    return found?.kind === 'expressRouteCircuit' ? [found] : []
  })
}
