import type { Estate } from '../estate.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'

/** Every circuit that was read. */
export function circuitsIn({ estate }: { estate: Estate }): ExpressRouteCircuit[] {
  return estate.rows.flatMap(({ key, kind }) => {
    const found = kind === 'expressRouteCircuit' ? estate.resources.get(key) : undefined
    return found?.kind === 'expressRouteCircuit' ? [found] : []
  })
}
