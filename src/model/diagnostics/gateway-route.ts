/** A route a gateway has learnt or advertises, at one of its instances (ARM contract 9.2). */
export interface GatewayRoute {
  localAddress?: string
  /** Prefix. */
  network: string
  nextHop?: string
  sourcePeer?: string
  /** `Network`, `EBgp`, `IBgp`, `Igp`, or what Azure adds. */
  origin?: string
  /** ASNs as Azure joins them; empty for a route of its own. */
  asPath?: string
  weight?: number
}
