/** A person connected by point-to-site (VPN Gateway 6.1, getVpnClientConnectionHealth). */
export interface ClientSession {
  vpnConnectionId: string
  userName?: string
  privateIpAddress?: string
  publicIpAddress?: string
  /** Seconds. */
  durationSeconds?: number
  /** ISO time. */
  connectedAt?: string
  ingressBytes?: number
  egressBytes?: number
  maxBandwidth?: number
}
