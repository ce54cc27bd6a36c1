/** How much one tunnel carried lately, as Azure Monitor measures it (VPN Gateway 7, `TunnelAverageBandwidth`). */
export interface TunnelTraffic {
  /** As Azure Monitor names it, `GatewayTenantWorker_IN_1`; the form is not published. */
  instance: string
  /** Milliseconds since the epoch: the end of the last five minutes in which it carried something; absent where it carried nothing. */
  lastAt?: number
  /** Until when there could have been values. */
  until: number
}
