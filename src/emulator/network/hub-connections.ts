import type { Exchange } from '../arm/exchange.ts'
import { nameOf, parentId } from '../arm/ids.ts'
import { inUse } from '../arm/refusals.ts'
import { referrers } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { routingOr } from './routing.ts'
import { refuseRouting, refuseRoutes } from './validate/hub-routing.ts'
import { firstOf } from './validate/rule.ts'
import { refuseHubConnection, refuseWithoutRouter } from './validate/virtual-hubs.ts'

export const hubVirtualNetworkConnections: NetworkType = {
  type: 'virtualHubs/hubVirtualNetworkConnections',
  noun: 'HubVirtualNetworkConnection',
  lists: ['parent'],
  seconds: { create: 33, update: 201, remove: 96 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: true,
  patch: false,
  required: ['remoteVirtualNetwork'],
  refuse: firstOf(
    refuseHubConnection,
    refuseRouting(({ id }) => parentId(id)),
    refuseWithoutRouter,
  ),
  readOnly: ['connectivityStatus'],
  fill: ({ sent, id, exchange }) => ({
    allowHubToRemoteVnetTransit: true,
    allowRemoteVnetToUseHubVnetGateways: false,
    enableInternetSecurity: false,
    // In the answer to every PUT, also of one that was connected (virtual-wan recording 2024).
    connectivityStatus: 'Unknown',
    ...sent,
    routingConfiguration: routingOr(exchange, sent, parentId(id), true),
  }),
  settles: () => [{ after: 0, merge: { connectivityStatus: 'Connected' } }],
  // Follows the pattern of the in-use refusals (ARM contract 5), assumed.
  holds: (at, exchange) => {
    const [peer] = referrers(exchange, at.row.id, 'virtualHubs/bgpConnections')
    if (peer === undefined) return undefined
    return inUse(
      'InUseHubVirtualNetworkConnectionCannotBeDeleted',
      `Connection ${at.row.id} is in use by ${peer.row.id} and cannot be deleted.`,
    )
  },
}

export const hubRouteTables: NetworkType = {
  type: 'virtualHubs/hubRouteTables',
  noun: 'HubRouteTable',
  lists: ['parent'],
  seconds: { create: 10, update: 230, remove: 12 },
  retryAfter: 10,
  notifies: false,
  etagHeader: true,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
  readOnly: ['associatedConnections', 'propagatingConnections'],
  refuse: firstOf(refuseRoutes, refuseWithoutRouter),
  fill: ({ sent }) => ({ routes: [], labels: [], ...sent }),
  derive: (at, exchange) => ({
    associatedConnections: usersOf(exchange, at.row.id, 'associatedRouteTable'),
    propagatingConnections: usersOf(exchange, at.row.id, 'propagatedRouteTables'),
  }),
  holds: (at, exchange) => {
    const name = nameOf(at.row.id)
    const [user] = [
      ...usersOf(exchange, at.row.id, 'associatedRouteTable'),
      ...usersOf(exchange, at.row.id, 'propagatedRouteTables'),
    ]
    if (name !== 'defaultRouteTable' && name !== 'noneRouteTable' && user === undefined) return undefined
    return inUse(
      'InUseHubRouteTableCannotBeDeleted',
      user === undefined
        ? `Route table ${at.row.id} belongs to its hub and cannot be deleted.`
        : `Route table ${at.row.id} is in use by ${user} and cannot be deleted.`,
    )
  },
}

const ROUTED = [
  'virtualHubs/hubVirtualNetworkConnections',
  'vpnGateways/vpnConnections',
  'expressRouteGateways/expressRouteConnections',
]

/** Connection ids, as text (the schema's type), whose routing names the table in one of its two roles. */
function usersOf(
  exchange: Exchange,
  table: string,
  role: 'associatedRouteTable' | 'propagatedRouteTables',
): string[] {
  return ROUTED.flatMap((type) => referrers(exchange, table, type)).flatMap((at) => {
    const routing = at.properties.routingConfiguration
    const named = JSON.stringify(
      routing && typeof routing === 'object' && !Array.isArray(routing) ? routing[role] : '',
    )
    return named?.toLowerCase().includes(`"${table.toLowerCase()}"`) ? [at.row.id] : []
  })
}
