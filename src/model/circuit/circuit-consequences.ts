import { connectionsOf, touchedConnection } from '../edits/gateway-connections.ts'
import type { Consequences } from '../edits/consequences.ts'
import type { Estate } from '../estate.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'

/** What a change of a circuit means for what hangs on it. */
export function circuitChanged(
  circuit: ExpressRouteCircuit,
  estate: Estate,
  { drops, after }: { drops?: string | undefined; after?: string | undefined },
): Consequences {
  return {
    touches: [{ id: circuit.id, name: circuit.name, note: 'everything else of it stays' }],
    depends: connectionsOf(circuit, estate).map(touchedConnection),
    ...(drops !== undefined && { drops }),
    ...(after !== undefined && { after }),
  }
}
