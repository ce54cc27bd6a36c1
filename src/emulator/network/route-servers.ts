import { inUse } from '../arm/refusals.ts'
import { referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { refuseBgpConnection, refuseWithoutRouter } from './validate/virtual-hubs.ts'

/** IP configurations of a Route Server, which is a hub without an address prefix (recorded behaviour 5). */
export const hubIpConfigurations: NetworkType = {
  type: 'virtualHubs/ipConfigurations',
  noun: 'VirtualHubIpConfiguration',
  lists: ['parent'],
  seconds: { create: 680, update: 680, remove: 379 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: false,
  fill: ({ sent }) => ({ privateIPAllocationMethod: 'Dynamic', ...sent }),
}

export const hubBgpConnections: NetworkType = {
  type: 'virtualHubs/bgpConnections',
  noun: 'VirtualHubBgpConnection',
  lists: ['parent'],
  seconds: { create: 135, update: 135, remove: 95 },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: false,
  readOnly: ['connectionState'],
  // The recording with 2022-07-01 shows none; since when the published schema's is filled in is not known.
  since: { connectionState: '2022-11-01' },
  refuse: refuseBgpConnection,
  fill: ({ sent, before }) => ({ ...sent, connectionState: before?.properties.connectionState }),
  // A session comes up within a minute (assumed).
  settles: ({ before }) =>
    before?.properties.connectionState === undefined
      ? [
          { after: 0, merge: { connectionState: 'Connecting' } },
          { after: 60, merge: { connectionState: 'Connected' } },
        ]
      : [],
}

export const routeMaps: NetworkType = {
  type: 'virtualHubs/routeMaps',
  noun: 'RouteMap',
  lists: ['parent'],
  // The first one of a hub took 2,784 to 3,087 s, later ones about 40 (recorded behaviour 2.2).
  seconds: {
    create: ({ exchange, id }) =>
      exchange.model.collection(id.slice(0, id.lastIndexOf('/'))).length === 0 ? 2935 : 40,
    update: 41,
    remove: 41,
  },
  retryAfter: 10,
  notifies: true,
  etagHeader: true,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
  refuse: refuseWithoutRouter,
  fill: ({ sent }) => ({
    rules: [],
    associatedInboundConnections: [],
    associatedOutboundConnections: [],
    ...sent,
  }),
  // Follows the pattern of the in-use refusals (ARM contract 5), assumed.
  holds: (at, exchange) => {
    const [user] = [
      'virtualHubs/hubVirtualNetworkConnections',
      'vpnGateways/vpnConnections',
      'expressRouteGateways/expressRouteConnections',
    ].flatMap((type) => referrers(exchange, at.row.id, type))
    if (user === undefined) return undefined
    return inUse(
      'InUseRouteMapCannotBeDeleted',
      `Route map ${at.row.id} is in use by ${user.row.id} and cannot be deleted.`,
    )
  },
}
