/** The right to set a link's key, which is not Reader's (Virtual WAN document 5.3). */
export const WRITE_LINK_KEY =
  'Microsoft.Network/vpnGateways/vpnConnections/vpnLinkConnections/sharedKeys/write'
