/** One BGP session as one instance of a gateway sees it (ARM contract 9.2, getBgpPeerStatus). */
export interface BgpPeer {
  /** The instance's own peer address. */
  localAddress?: string
  neighbor: string
  asn?: number
  /** `Unknown`, `Stopped`, `Idle`, `Connecting`, `Connected`, or what Azure adds. */
  state?: string
  /** As Azure writes it, `7.01:19:00.1234567`; absent while it is not connected. */
  connectedDuration?: string
  routesReceived?: number
  messagesSent?: number
  messagesReceived?: number
}
