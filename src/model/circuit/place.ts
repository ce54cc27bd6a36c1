import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'

/** The peering location of a circuit: its own, or that of its port; `undefined` where neither was read. */
export function placeOf(circuit: ExpressRouteCircuit, estate: Estate): string | undefined {
  const port = estate.resources.get(keyOf(circuit.expressRoutePortId ?? ''))
  return port?.kind === 'expressRoutePort' ? port.peeringLocation : circuit.peeringLocation
}
