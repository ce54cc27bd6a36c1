import type { GatewayRoute } from '../../diagnostics/gateway-route.ts'

/** The routes of one peer as one instance has them. */
export interface RouteSide {
  localAddress: string
  sourcePeer: string
}

/** A network that both have, not in the same way. */
export interface RouteDifference {
  network: string
  one: readonly GatewayRoute[]
  other: readonly GatewayRoute[]
}

export interface RouteComparison {
  onlyOne: GatewayRoute[]
  onlyOther: GatewayRoute[]
  differing: RouteDifference[]
  /** How many networks both have in the same way. */
  same: number
}

/** Every peer at every instance that gave routes; peers outside Azure first, since those are compared most. */
export function sidesOf(routes: readonly GatewayRoute[]): RouteSide[] {
  const sides = new Map<string, RouteSide>()
  const outside = new Set<string>()
  for (const { localAddress = '', sourcePeer = '', origin } of routes) {
    const key = sideKey({ localAddress, sourcePeer })
    sides.set(key, { localAddress, sourcePeer })
    if (origin?.toLowerCase() === 'ebgp') outside.add(key)
  }
  const rank = (key: string) => `${outside.has(key) ? 0 : 1} ${key}`
  return [...sides.entries()].toSorted(([a], [b]) => (rank(a) < rank(b) ? -1 : 1)).map(([, side]) => side)
}

export function sideKey({ localAddress, sourcePeer }: RouteSide): string {
  return `${sourcePeer} ${localAddress}`
}

/**
 * What one side has and the other has not, by network. The next hop and the peer differ between any two, so they say
 * nothing: a network differs where its AS path, origin or weight does.
 */
export function compareRoutes(
  routes: readonly GatewayRoute[],
  one: RouteSide,
  other: RouteSide,
): RouteComparison {
  const [first, second] = [byNetwork(routes, one), byNetwork(routes, other)]
  const both = [...first.entries()].flatMap(([network, had]) => {
    const has = second.get(network)
    return has === undefined ? [] : [{ network, one: had, other: has }]
  })
  const differing = both.filter((pair) => marks(pair.one) !== marks(pair.other))
  return {
    onlyOne: without(first, second),
    onlyOther: without(second, first),
    differing,
    same: both.length - differing.length,
  }
}

function byNetwork(routes: readonly GatewayRoute[], side: RouteSide): Map<string, GatewayRoute[]> {
  const found = new Map<string, GatewayRoute[]>()
  for (const route of routes) {
    if ((route.localAddress ?? '') !== side.localAddress) continue
    if ((route.sourcePeer ?? '') !== side.sourcePeer) continue
    const known = found.get(route.network)
    if (known) known.push(route)
    else found.set(route.network, [route])
  }
  return found
}

function without(
  these: ReadonlyMap<string, GatewayRoute[]>,
  those: ReadonlyMap<string, unknown>,
): GatewayRoute[] {
  return [...these].flatMap(([network, routes]) => (those.has(network) ? [] : routes))
}

function marks(routes: readonly GatewayRoute[]): string {
  return routes
    .map(({ asPath = '', origin = '', weight }) => JSON.stringify([asPath, origin, weight ?? null]))
    .toSorted()
    .join()
}
