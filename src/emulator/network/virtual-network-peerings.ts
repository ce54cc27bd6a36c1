import { sameId } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import type { Exchange } from '../arm/exchange.ts'
import { parentId } from '../arm/ids.ts'
import { idAt, objectAt } from '../wire/read.ts'
import { find, livingIn } from './find.ts'
import type { NetworkType } from './network-type.ts'

export const virtualNetworkPeerings: NetworkType = {
  type: 'virtualNetworks/virtualNetworkPeerings',
  noun: 'VirtualNetworkPeering',
  lists: ['parent'],
  // Not recorded; taken as a virtual network update that touches two networks.
  seconds: { create: 11, update: 11, remove: 11 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'end',
  hasGuid: true,
  patch: false,
  required: ['remoteVirtualNetwork'],
  fill: ({ sent, exchange }) => ({
    peeringState: 'Initiated',
    peeringSyncLevel: 'RemoteNotInSync',
    ...sent,
    remoteAddressSpace: sent.remoteAddressSpace ?? addressSpaceOf(exchange, idAt(sent.remoteVirtualNetwork)),
    allowVirtualNetworkAccess: sent.allowVirtualNetworkAccess ?? true,
    allowForwardedTraffic: sent.allowForwardedTraffic ?? false,
    allowGatewayTransit: sent.allowGatewayTransit ?? false,
    useRemoteGateways: sent.useRemoteGateways ?? false,
    doNotVerifyRemoteGateways: sent.doNotVerifyRemoteGateways ?? false,
  }),
  // Two peerings, one on each side, are needed for `Connected` (ARM contract 9.1).
  derive: (at, exchange) => {
    if (at.properties.peeringState === 'Disconnected') return {}
    const other = idAt(at.properties.remoteVirtualNetwork)
    if (other === undefined || find(exchange, other) === undefined) return {}
    return hasWayBack(at, other, exchange)
      ? { peeringState: 'Connected', peeringSyncLevel: 'FullyInSync' }
      : { peeringState: 'Initiated', peeringSyncLevel: 'RemoteNotInSync' }
  },
}

function hasWayBack(at: Living, other: string, exchange: Exchange): boolean {
  const own = parentId(at.row.id)
  return livingIn(exchange, `${other}/virtualNetworkPeerings`).some((peering) =>
    sameId(idAt(peering.properties.remoteVirtualNetwork), own),
  )
}

function addressSpaceOf(exchange: Exchange, network: string | undefined) {
  const at = network === undefined ? undefined : find(exchange, network)
  return at === undefined ? undefined : { ...objectAt(at.properties.addressSpace) }
}
