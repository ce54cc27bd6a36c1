import { inUse } from '../arm/refusals.ts'
import { referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { refuseNatRule } from './validate/nat-rules.ts'

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
  refuse: refuseNatRule,
  fill: ({ sent }) => ({
    type: 'Static',
    mode: 'EgressSnat',
    ...sent,
    internalMappings: sent.internalMappings ?? [],
    externalMappings: sent.externalMappings ?? [],
  }),
  // That a rule in use cannot go is documented (VPN gateway document 5.5, number 28), the code assumed.
  holds: (at, exchange) => {
    const [user] = ['connections', 'vpnGateways/vpnConnections'].flatMap((type) =>
      referrers(exchange, at.row.id, type),
    )
    if (user === undefined) return undefined
    return inUse(
      'InUseNatRuleCannotBeDeleted',
      `NAT rule ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
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
