import { inUse } from '../arm/refusals.ts'
import { objectAt } from '../wire/read.ts'
import { restartTunnelsTo } from './connection-changes.ts'
import { referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { failsWithBadPeer, refuseLocalNetworkGateway } from './validate/local-network-gateways.ts'

export const localNetworkGateways: NetworkType = {
  type: 'localNetworkGateways',
  noun: 'LocalNetworkGateway',
  lists: ['group'],
  seconds: { create: 11, update: 31, remove: 13 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: true,
  refuse: refuseLocalNetworkGateway,
  fails: failsWithBadPeer,
  fill: ({ sent }) => ({
    ...sent,
    localNetworkAddressSpace: { addressPrefixes: [], ...objectAt(sent.localNetworkAddressSpace) },
    bgpSettings:
      sent.bgpSettings === undefined ? undefined : { peerWeight: 0, ...objectAt(sent.bgpSettings) },
  }),
  alongside: (draft, _row, endsAt) => restartTunnelsTo(draft, endsAt),
  // Refusal documented (Remove-AzLocalNetworkGateway), code assumed (ARM contract 5). A gateway's default site counts too.
  holds: (at, exchange) => {
    const [user] = ['connections', 'virtualNetworkGateways'].flatMap((type) =>
      referrers(exchange, at.row.id, type),
    )
    if (user === undefined) return undefined
    return inUse(
      'InUseLocalNetworkGatewayCannotBeDeleted',
      `Local network gateway ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}
