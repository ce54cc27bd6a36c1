import { nameOfId } from '../../../model/paths.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'

/** The resource on which others are seen at work for a circuit: itself, or the port it is on; and the right that reads it. */
export function othersWork({ id, expressRoutePortId }: ExpressRouteCircuit): {
  id: string
  name: string
  action: string
} {
  const read = expressRoutePortId ?? id
  return {
    id: read,
    name: nameOfId(read),
    action: `Microsoft.Network/${expressRoutePortId === undefined ? 'expressRouteCircuits' : 'expressRoutePorts'}/read`,
  }
}
