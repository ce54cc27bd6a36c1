import type { Estate } from '../estate.ts'
import * as access from './access.ts'
import { past } from './activity.ts'
import * as branches from './branches.ts'
import { rowsOf } from '../build/build.ts'
import { gatewaySku } from '../build/build-vpn.ts'
import { finishedRouter } from '../build/build-virtual-wan.ts'
import * as expressRoute from './expressroute.ts'
import * as network from './network.ts'
import { connectivity, groups, lab, production } from './places.ts'
import * as virtualWan from './virtual-wan.ts'
import { connections } from './vpn-connections.ts'
import * as vpn from './vpn.ts'
import { watcherGroups, watchers } from './watchers.ts'

const minutes = 60

/** A company with plants and depots around the Baltic, branches on three continents, and the faults such a network has. */
export const contoso: Estate = {
  name: 'contoso',
  description: 'A company with plants, depots and branches on three continents; some of it is broken.',
  tenant: access.tenant,
  people: access.people,
  roleAssignments: access.roleAssignments,
  locks: access.locks,
  policies: access.policies,
  subscriptions: [connectivity, production, lab],
  resourceGroups: [...Object.values(groups), ...watcherGroups],
  resources: [
    ...rowsOf(network.vnets, network.peerings, network.ips),
    ...rowsOf(vpn.gateways, vpn.natRules, vpn.sites, connections),
    ...rowsOf(expressRoute.gateways, expressRoute.ports, expressRoute.circuits),
    ...rowsOf(expressRoute.filters, expressRoute.peerings, expressRoute.reaches),
    ...rowsOf(expressRoute.connections, expressRoute.authorizations, expressRoute.portAuthorizations),
    ...rowsOf(virtualWan.wans, virtualWan.hubs, virtualWan.security, virtualWan.routing, virtualWan.spokes),
    ...rowsOf(virtualWan.peers, virtualWan.maps),
    ...rowsOf(branches.gateways, branches.sites, branches.connections),
    ...rowsOf(virtualWan.expressRoute, virtualWan.people, virtualWan.routeServers),
    ...watchers,
  ],
  running: [
    {
      resourceId: vpn.gateways.analytics.id,
      startedSecondsAgo: 6 * minutes,
      durationSeconds: 25 * minutes,
      effect: { sku: gatewaySku('VpnGw2AZ') },
      shows: 'resource',
    },
    {
      resourceId: virtualWan.hubs.eus.id,
      startedSecondsAgo: 14 * minutes,
      durationSeconds: 25 * minutes,
      effect: finishedRouter(virtualWan.hubs.eus.prefix),
      shows: 'router',
    },
  ],
  past,
}
