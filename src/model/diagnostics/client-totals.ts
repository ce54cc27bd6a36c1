/** How many people are connected to a hub's point-to-site gateway; each member absent where Azure did not tell. */
export interface ClientTotals {
  clients?: number
  ingressBytes?: number
  egressBytes?: number
  /** Addresses of its pools that are given out. */
  addresses: string[]
}
