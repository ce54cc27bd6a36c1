import type { Estate } from '../estate.ts'
import { keyOf } from '../paths.ts'
import type { Kind, ResourceOf } from '../resources/resource.ts'

interface Members {
  hubsOfWan: ReadonlyMap<string, readonly ResourceOf<'virtualHub'>[]>
  sitesOfWan: ReadonlyMap<string, readonly ResourceOf<'vpnSite'>[]>
  gatewayOfHub: ReadonlyMap<string, readonly ResourceOf<'vpnGateway'>[]>
  connectionsOfGateway: ReadonlyMap<string, readonly ResourceOf<'vpnConnection'>[]>
  networksOfHub: ReadonlyMap<string, readonly ResourceOf<'hubVirtualNetworkConnection'>[]>
}

const known = new WeakMap<Estate, Members>()

/** What belongs to what in the virtual WANs of an estate, by keys; made once, since it is asked for with every key that is pressed. */
export function membersOf(estate: Estate): Members {
  const before = known.get(estate)
  if (before) return before
  const of = <K extends Kind>(kind: K) => all(kind, estate)
  const made: Members = {
    hubsOfWan: grouped(of('virtualHub'), ({ virtualWanId }) => virtualWanId),
    sitesOfWan: grouped(of('vpnSite'), ({ virtualWanId }) => virtualWanId),
    gatewayOfHub: grouped(of('vpnGateway'), ({ virtualHubId }) => virtualHubId),
    connectionsOfGateway: grouped(of('vpnConnection'), ({ gatewayId }) => gatewayId),
    networksOfHub: grouped(of('hubVirtualNetworkConnection'), ({ hubId }) => hubId),
  }
  known.set(estate, made)
  return made
}

/** An estate that also has what was read of hubs, which no list of a subscription has. */
export function withHubNetworks(
  estate: Estate,
  read: readonly ResourceOf<'hubVirtualNetworkConnection'>[],
): Estate {
  const members = membersOf(estate)
  const added = new Map(read.map((one) => [one.key, one]))
  for (const connections of members.networksOfHub.values())
    for (const one of connections) {
      const newer = added.get(one.key)
      if (!newer || one.readAt > newer.readAt) added.set(one.key, one)
    }
  const joined: Estate = {
    ...estate,
    resources: { get: (key) => added.get(key) ?? estate.resources.get(key) },
  }
  known.set(joined, { ...members, networksOfHub: grouped([...added.values()], ({ hubId }) => hubId) })
  return joined
}

function all<K extends Kind>(kind: K, estate: Estate): ResourceOf<K>[] {
  return estate.rows.flatMap((row): ResourceOf<K>[] => {
    const found = row.kind === kind ? estate.resources.get(row.key) : undefined
    // The kind was asked for just now, which a type parameter cannot tell the compiler.
    return found ? [found as ResourceOf<K>] : []
  })
}

function grouped<R>(resources: readonly R[], by: (one: R) => string | undefined): Map<string, R[]> {
  const groups = new Map<string, R[]>()
  for (const one of resources) {
    const key = keyOf(by(one) ?? '')
    if (key === '') continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
