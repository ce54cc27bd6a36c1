import { contains, overlaps, parseAddress, parsePrefix, type Prefix } from '../../../lib/cidr.ts'
import type { GatewayRoute } from '../../diagnostics/gateway-route.ts'

/** A route with what a search looks at, made once for each answer: there may be thousands. */
export interface IndexedRoute {
  route: GatewayRoute
  text: string
  prefix: Prefix | undefined
}

export interface RouteFilter {
  /** A part of any of its texts; of an address or prefix, the routes it is in or overlaps too. */
  search: string
  /** Empty: all. */
  peer: string
  origin: string
  /** The instance's own address. */
  at: string
}

export const ALL_ROUTES: RouteFilter = { search: '', peer: '', origin: '', at: '' }

export function indexRoutes(routes: readonly GatewayRoute[]): IndexedRoute[] {
  return routes.map((route) => ({
    route,
    text: [route.network, route.nextHop, route.sourcePeer, route.asPath, route.origin]
      .join(' ')
      .toLowerCase(),
    prefix: parsePrefix(route.network),
  }))
}

export function filterRoutes(routes: readonly IndexedRoute[], filter: RouteFilter): GatewayRoute[] {
  const search = filter.search.trim().toLowerCase()
  const address = parseAddress(search)
  const prefix = parsePrefix(search)
  const meets = (own: Prefix) =>
    (address !== undefined && contains(own, address)) || (prefix !== undefined && overlaps(own, prefix))
  return routes
    .filter(
      ({ route, text, prefix: own }) =>
        (filter.peer === '' || route.sourcePeer === filter.peer) &&
        (filter.origin === '' || route.origin === filter.origin) &&
        (filter.at === '' || route.localAddress === filter.at) &&
        (search === '' || text.includes(search) || (own !== undefined && meets(own))),
    )
    .map(({ route }) => route)
}

/** The different values of a member, in order. */
export function valuesOf(
  routes: readonly GatewayRoute[],
  member: 'sourcePeer' | 'origin' | 'localAddress',
): string[] {
  const found = new Set(routes.flatMap((route) => route[member] ?? []))
  return [...found].filter(Boolean).toSorted()
}
