import { connectionsOf } from '../edits/gateway-connections.ts'
import { reachRemovals } from '../edits/global-reach.ts'
import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { hubConnectionsOf, reachesOn } from './link-limit.ts'

/** Authorizations in use by connections that were not read: they are in subscriptions of others. */
export function foreignUses(circuit: ExpressRouteCircuit, estate: Estate): number {
  const read = new Set([
    ...connectionsOf(circuit, estate).map(({ key }) => key),
    ...hubConnectionsOf(circuit, estate).map(({ key }) => key),
    ...reachRemovals(circuit, 'take-down').map(({ id }) => keyOf(id)),
  ])
  return circuit.authorizations.filter(
    ({ useStatus, connectionId }) =>
      useStatus?.toLowerCase() === 'inuse' && !read.has(keyOf(connectionId ?? '')),
  ).length
}

/** What others have to delete before Azure deletes the peerings (ExpressRoute document 2.6; 9, number 21); `undefined`: nothing. */
export function heldByOthers(circuit: ExpressRouteCircuit, estate: Estate): string | undefined {
  const foreign = foreignUses(circuit, estate)
  if (foreign > 0)
    return `${count(foreign, 'authorization')} of it ${foreign === 1 ? 'is' : 'are'} in use by connections that this account cannot read: their owners delete those first, and Azure keeps the peerings until then.`
  return reachesOn(circuit) > reachRemovals(circuit, 'take-down').length
    ? 'Global Reach that another circuit began is deleted there first, and Azure keeps the peering until then.'
    : undefined
}
