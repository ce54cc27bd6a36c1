import type { NetworkType } from './network-type.ts'

/** NAT rules of a virtual network gateway. A write takes as long as a gateway update (recorded behaviour 2.2). */
export const gatewayNatRules: NetworkType = {
  type: 'virtualNetworkGateways/natRules',
  noun: 'VirtualNetworkGatewayNatRule',
  lists: ['parent'],
  seconds: { create: 135, update: 135, remove: 135 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
  fill: ({ sent }) => ({
    type: 'Static',
    mode: 'EgressSnat',
    ...sent,
    internalMappings: sent.internalMappings ?? [],
    externalMappings: sent.externalMappings ?? [],
  }),
}

/** NAT rules of a hub's VPN gateway: at once (recorded behaviour 2.2). */
export const vpnGatewayNatRules: NetworkType = {
  ...gatewayNatRules,
  type: 'vpnGateways/natRules',
  noun: 'VpnGatewayNatRule',
  seconds: { create: 1, update: 1, remove: 1 },
  etagHeader: true,
  readOnly: ['egressVpnSiteLinkConnections', 'ingressVpnSiteLinkConnections'],
}
