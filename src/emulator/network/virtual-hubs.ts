import type { Exchange } from '../arm/exchange.ts'
import { inUse } from '../arm/refusals.ts'
import { guidOf } from '../clock.ts'
import type { Living } from '../store/living.ts'
import type { ResourceRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { sameId } from '../arm/ids.ts'
import { idAt, textAt } from '../wire/read.ts'
import { addressIn } from './addresses.ts'
import { livingIn, referenceList, referrers } from './find.ts'
import type { Draft, NetworkType } from './network-type.ts'
import { refuseVirtualHub } from './validate/virtual-hubs.ts'

/**
 * The router comes up on its own, long after `Succeeded`. The one recording that waited saw `Provisioning` at 340 s and
 * `Provisioned` at 640 s (recorded behaviour 5); the number between is assumed.
 */
const ROUTER_SECONDS = 500

/** Which member of the hub names which gateway. */
const GATEWAYS: [member: string, type: string][] = [
  ['vpnGateway', 'vpnGateways'],
  ['p2SVpnGateway', 'p2sVpnGateways'],
  ['expressRouteGateway', 'expressRouteGateways'],
  ['azureFirewall', 'azureFirewalls'],
]

export const virtualHubs: NetworkType = {
  type: 'virtualHubs',
  noun: 'VirtualHub',
  lists: ['subscription', 'group'],
  seconds: { create: 379, update: 136, remove: 2 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'afterEtag',
  hasGuid: false,
  patch: true,
  readOnly: [
    'routingState',
    'bgpConnections',
    'ipConfigurations',
    'routeMaps',
    ...GATEWAYS.map(([member]) => member),
  ],
  // First recorded with this version; 2020-05-01 shows none of them.
  since: {
    allowBranchToBranchTraffic: '2022-05-01',
    hubRoutingPreference: '2022-05-01',
    networkVirtualAppliances: '2022-05-01',
    virtualRouterAutoScaleConfiguration: '2022-05-01',
  },
  refuse: refuseVirtualHub,
  fill: ({ sent, before }) => ({
    virtualHubRouteTableV2s: [],
    virtualRouterAsn: 65515,
    virtualRouterIps: before?.properties.virtualRouterIps ?? [],
    routeTable: { routes: [] },
    virtualRouterAutoScaleConfiguration: { minCapacity: 2 },
    routingState: before?.properties.routingState ?? 'None',
    allowBranchToBranchTraffic: false,
    hubRoutingPreference: 'ExpressRoute',
    ...sent,
  }),
  settles: (draft) => routerComesUp(draft),
  alongside: (draft, row, endsAt) => {
    if (draft.before === undefined) createRouteTables(draft.exchange, row, endsAt)
  },
  derive: (at, exchange) => ({
    ...gatewaysOf(at, exchange),
    ...appliancesOf(at, exchange),
    ...childrenOf(at, exchange),
  }),
  // Refusal known from the service, code assumed (ARM contract 5).
  holds: (at, exchange) => {
    const [gateway] = Object.values(gatewaysOf(at, exchange))
    const [connection] = livingIn(exchange, `${at.row.key}/hubVirtualNetworkConnections`)
    const [appliance] = referrers(exchange, at.row.id, 'networkVirtualAppliances')
    const user = idAt(gateway) ?? appliance?.row.id ?? connection?.row.id
    if (user === undefined) return undefined
    return inUse(
      'InUseVirtualHubCannotBeDeleted',
      `Virtual hub ${at.row.id} is in use by ${user} and cannot be deleted.`,
    )
  },
}

function routerComesUp({ before, sent }: Draft) {
  if (before?.properties.routingState === 'Provisioned') return []
  const prefix = textAt(sent.addressPrefix)
  const virtualRouterIps = [addressIn(prefix, 68), addressIn(prefix, 69)].flatMap((ip) => ip ?? [])
  return [
    { after: 0, merge: { routingState: 'Provisioning' } },
    { after: ROUTER_SECONDS, merge: { routingState: 'Provisioned', virtualRouterIps } },
  ]
}

function gatewaysOf(at: Living, exchange: Exchange): JsonObject {
  return Object.fromEntries(
    GATEWAYS.flatMap(([member, type]) => {
      const gateway = referrers(exchange, at.row.id, type).find((one) =>
        sameId(idAt(one.properties.virtualHub), at.row.id),
      )
      return gateway === undefined ? [] : [[member, { id: gateway.row.id }]]
    }),
  )
}

/** The one list that is there without any (recorded behaviour 5); a Route Server has it too. */
function appliancesOf(at: Living, exchange: Exchange): JsonObject {
  return { networkVirtualAppliances: referenceList(exchange, at.row.id, 'networkVirtualAppliances') }
}

/** Reference lists, only once there are any, as everywhere (recorded behaviour 5). */
function childrenOf(at: Living, exchange: Exchange): JsonObject {
  return Object.fromEntries(
    ['bgpConnections', 'ipConfigurations', 'routeMaps'].flatMap((member) => {
      const children = livingIn(exchange, `${at.row.key}/${member}`)
      return children.length === 0 ? [] : [[member, children.map((child) => ({ id: child.row.id }))]]
    }),
  )
}

/** `defaultRouteTable` and `noneRouteTable` exist at once (recorded behaviour 5). */
function createRouteTables(exchange: Exchange, hub: ResourceRow, endsAt: number): void {
  for (const label of ['default', 'none']) {
    const id = `${hub.id}/hubRouteTables/${label}RouteTable`
    exchange.save({
      kind: 'resource',
      key: id.toLowerCase(),
      id,
      properties: { routes: [], labels: [label] },
      guid: guidOf(id),
      etag: hub.etag,
      nextEtag: hub.nextEtag === undefined ? undefined : { at: endsAt, etag: hub.nextEtag.etag },
      state: 'Succeeded',
      due: [],
    })
  }
}
