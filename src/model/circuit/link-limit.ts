import { connectionsOf } from '../edits/gateway-connections.ts'
import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { ExpressRouteCircuit, ExpressRouteConnection } from '../resources/expressroute.ts'

/** Links a Premium circuit takes, by Mbps; every other takes ten (ExpressRoute document 1.4). */
const PREMIUM: readonly (readonly [mbps: number, links: number])[] = [
  [10_000, 100],
  [5000, 75],
  [2000, 60],
  [1000, 50],
  [500, 40],
  [100, 25],
  [50, 20],
]

/** How many networks, hubs and other circuits it can be joined with; `undefined` where its bandwidth is not known. */
export function linkLimit({
  tier,
  bandwidthInMbps,
  bandwidthInGbps,
}: ExpressRouteCircuit): number | undefined {
  if (tier?.toLowerCase() !== 'premium') return 10
  const mbps = bandwidthInMbps ?? (bandwidthInGbps === undefined ? undefined : bandwidthInGbps * 1000)
  return mbps === undefined ? undefined : (PREMIUM.find(([from]) => mbps >= from)?.[1] ?? 20)
}

/** Links it has as far as they were read: connections of networks and hubs, and Global Reach from both sides. */
export function linksOn(circuit: ExpressRouteCircuit, estate: Estate): number {
  return connectionsOf(circuit, estate).length + hubConnectionsOf(circuit, estate).length + reachesOn(circuit)
}

/** Global Reach connections from both sides, those too whose name at the other circuit was not read. */
export function reachesOn({ peerings }: ExpressRouteCircuit): number {
  return peerings.reduce(
    (sum, { reaches = [], reachedBy = [] }) => sum + reaches.length + reachedBy.length,
    0,
  )
}

/** Connections of hubs to a circuit, as far as they were read, by name. */
export function hubConnectionsOf(circuit: ExpressRouteCircuit, estate: Estate): ExpressRouteConnection[] {
  return estate
    .links(circuit.key)
    .map(({ id }) => estate.resources.get(keyOf(id)))
    .filter((one) => one?.kind === 'expressRouteConnection')
    .toSorted((one, other) => one.name.localeCompare(other.name))
}
