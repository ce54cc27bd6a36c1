import { statusCell } from '../details/connection.ts'
import type { Section } from '../details/field.ts'
import { number, resource, text, yesNo } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { bandwidth, bytes, count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'
import { connectionsAt } from '../vpn/gateway-tunnels.ts'

/** The circuits an ExpressRoute gateway is connected to. Of two ways to one network the larger weight wins (ExpressRoute document 5). */
export function circuitConnections(gateway: VirtualNetworkGateway, estate: Estate): Section {
  const connections = connectionsAt(gateway, estate)
  return {
    title: 'Connections',
    note: count(connections.length, 'connection'),
    columns: [
      { label: 'Status' },
      { label: 'Connection' },
      { label: 'Circuit' },
      { label: 'Peering location' },
      { label: 'Bandwidth' },
      { label: 'Weight', align: 'end' },
      { label: 'FastPath' },
      { label: 'Received', align: 'end' },
      { label: 'Sent', align: 'end' },
    ],
    rows: connections.map((connection) => {
      const found = estate.resources.get(keyOf(connection.circuitId ?? ''))
      const circuit = found?.kind === 'expressRouteCircuit' ? found : undefined
      const mbps = circuit?.bandwidthInMbps ?? (circuit?.bandwidthInGbps ?? 0) * 1000
      return {
        key: connection.key,
        cells: [
          statusCell(connection),
          { is: 'resource', id: connection.id, name: connection.name },
          resource(connection.circuitId, estate, 'not given by Azure'),
          text(circuit?.peeringLocation, circuit ? 'on an own port' : 'not readable'),
          text(mbps > 0 ? bandwidth(mbps) : undefined, 'not readable'),
          text(connection.routingWeight, '0'),
          yesNo(connection.expressRouteGatewayBypass, 'on', 'off'),
          number(connection.ingressBytes, bytes),
          number(connection.egressBytes, bytes),
        ],
      }
    }),
    empty: 'It is connected to no circuit.',
  }
}
