import type { Estate } from '../estate.ts'
import type { Connection, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Consequences } from './consequences.ts'
import { connectionsOf, endsOf, touchedConnection } from './gateway-connections.ts'

type Words = Pick<Consequences, 'drops' | 'after'>

/** What a change of a gateway's settings means for what hangs on it. */
export function gatewayChanged(
  gateway: VirtualNetworkGateway,
  estate: Estate,
  { drops, after }: Words,
): Consequences {
  return {
    touches: [{ id: gateway.id, name: gateway.name, note: 'everything else of it stays' }],
    depends: connectionsOf(gateway, estate).map(touchedConnection),
    ...(drops !== undefined && { drops }),
    ...(after !== undefined && { after }),
  }
}

/** What a change of a connection's settings means for its ends. */
export function connectionChanged(
  connection: Connection,
  estate: Estate,
  { drops, after }: Words,
): Consequences {
  return {
    touches: [{ id: connection.id, name: connection.name, note: 'everything else of it stays' }],
    depends: endsOf(connection, estate).far,
    ...(drops !== undefined && { drops }),
    ...(after !== undefined && { after }),
  }
}
