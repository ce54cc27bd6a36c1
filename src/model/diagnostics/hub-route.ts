import type { GatewayRoute } from './gateway-route.ts'

/** What effective routes are asked of (Virtual WAN 9.4). */
export const ROUTED_TYPES = [
  'RouteTable',
  'HubVirtualNetworkConnection',
  'VpnConnection',
  'ExpressRouteConnection',
  'P2SConnection',
] as const
export type RoutedType = (typeof ROUTED_TYPES)[number]

/** A route table, or a connection, which has those of the table it is associated with. */
export interface Routed {
  resourceId: string
  virtualWanResourceType: RoutedType
}

/** A route that a hub follows: one prefix, since Azure's rows may have several. */
export interface HubRoute {
  prefix: string
  /** `Virtual Network Connection`, `Remote Hub`, as Azure spells it. */
  nextHopType?: string
  /** Ids or addresses; empty texts of Azure left out. */
  nextHops: string[]
  asPath?: string
  /** Id of what the hub knows it from. */
  origin?: string
}

/** Routes that one instance of a hub's router has learned from a peer, or advertises to it. */
export interface PeerRoutes {
  /** `RouteServiceRole_IN_0`, as Azure names it. */
  instance: string
  routes: GatewayRoute[]
}
