/** A route that a connection brings into a hub. */
export interface InboundRoute {
  prefix: string
  /** Numbers of the systems on the way; absent where it was not learned by BGP. */
  asPath?: string
}
