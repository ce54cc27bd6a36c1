import { statusCell } from '../details/connection.ts'
import type { FieldValue, Section } from '../details/field.ts'
import { absent, number, resource, text } from '../details/values.ts'
import type { Estate } from '../estate.ts'
import { bytes, count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { Connection, VirtualNetworkGateway } from '../resources/vpn.ts'
import {
  connectionsAt,
  farEndOf,
  type GatewayTunnel,
  noConnectionWords,
  tunnelsOf,
} from './gateway-tunnels.ts'

/** Every connection that ends in a gateway, with its tunnels for each instance. */
export function connectionsTable(gateway: VirtualNetworkGateway, estate: Estate): Section {
  const tunnels = tunnelsOf(gateway, estate)
  const connections = connectionsAt(gateway, estate)
  return {
    title: 'Connections',
    note: count(connections.length, 'connection'),
    columns: [
      { label: 'Status' },
      { label: 'Connection' },
      { label: 'Remote end' },
      { label: 'Tunnels' },
      { label: 'Type' },
      { label: 'IKE' },
      { label: 'BGP' },
      { label: 'Received', align: 'end' },
      { label: 'Sent', align: 'end' },
    ],
    rows: connections.map((connection) => {
      const own = tunnels.filter((one) => one.connection.key === connection.key && one.tunnel !== undefined)
      return {
        key: connection.key,
        cells: [
          statusCell(connection),
          { is: 'resource', id: connection.id, name: connection.name },
          resource(farEndOf(connection, gateway, estate)?.id, estate, 'not given by Azure'),
          tunnelsCell(connection, own, gateway),
          text(connection.connectionType, 'not given by Azure'),
          text(connection.connectionProtocol, '–'),
          text(connection.enableBgp ? 'on' : 'off'),
          number(connection.ingressBytes, bytes),
          number(connection.egressBytes, bytes),
        ],
      }
    }),
    empty: noConnectionWords(gateway, estate),
  }
}

function tunnelsCell(
  connection: Connection,
  tunnels: readonly GatewayTunnel[],
  gateway: VirtualNetworkGateway,
): FieldValue {
  if (keyOf(connection.gateway1Id ?? '') !== gateway.key) return absent('of the other gateway')
  if (tunnels.length === 0) return absent(connection.source === 'get' ? 'not told by Azure' : 'not read yet')
  return {
    is: 'list',
    items: tunnels.map(({ instance, status, verdict }) => ({
      is: 'state',
      verdict,
      text: `${instance?.label ?? 'Instance not told'}: ${status ?? 'not given'}`,
    })),
  }
}
