import type { Exchange } from '../arm/exchange.ts'
import { parentId } from '../arm/ids.ts'
import { settled, type Living } from '../store/living.ts'
import type { ResourceRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { objectAt, objectsAt, textAt } from '../wire/read.ts'
import { find, livingIn, referrers } from './find.ts'
import { policiesIn, PRIVATE_PREFIXES, type Policies } from './hub-routing.ts'
import type { NetworkType } from './network-type.ts'
import { routingUnder } from './routing.ts'
import { refuseIntent } from './validate/hub-routing.ts'
import { firstOf } from './validate/rule.ts'
import { refuseRoutingIntent } from './validate/virtual-hubs.ts'

/** One instance per hub, usually called `hubRoutingIntent` (ARM contract 9.7). Durations not recorded: as a route table. */
export const routingIntent: NetworkType = {
  type: 'virtualHubs/routingIntent',
  noun: 'RoutingIntent',
  lists: ['parent'],
  seconds: { create: 230, update: 230, remove: 230 },
  retryAfter: 10,
  notifies: true,
  etagHeader: false,
  typeAt: 'end',
  hasGuid: false,
  patch: false,
  refuse: firstOf(refuseRoutingIntent, refuseIntent),
  fill: ({ sent }) => ({ routingPolicies: [], ...sent }),
  inside: ({ before }) => ({
    inForce: before === undefined ? [] : (before.inside.inForce ?? before.properties.routingPolicies),
  }),
  alongside: ({ exchange }, row, endsAt) => {
    if (row.write?.endsIn !== 'Succeeded') return
    const inside = { inForce: row.properties.routingPolicies }
    exchange.save({ ...row, due: [...row.due, { at: endsAt, merge: {}, inside }] })
    writeInto(exchange, row, policiesIn(row.properties), endsAt)
  },
  // What connections had before does not come back (Virtual WAN document 9.2).
  departs: (at, exchange, endsAt) => {
    const table = defaultTable(exchange, at.row)
    if (table !== undefined) setLater(exchange, table, endsAt, { routes: withoutPolicies(table) })
  },
}

/** The policies become routes of the default table, in place of its own, and the routing of everything that is connected. */
function writeInto(exchange: Exchange, intent: ResourceRow, policies: Policies, endsAt: number): void {
  const hub = find(exchange, parentId(intent.id) ?? '')
  const table = defaultTable(exchange, intent)
  if (hub === undefined || table === undefined) return
  setLater(exchange, table, endsAt, { routes: routesOf(policies) })
  const routingConfiguration = routingUnder(hub.row.id, policies)
  for (const at of connectedTo(exchange, hub)) {
    const before = objectAt(at.properties.routingConfiguration)
    setLater(exchange, at, endsAt, { routingConfiguration: { ...before, ...routingConfiguration } })
  }
  for (const gateway of referrers(exchange, hub.row.id, 'p2sVpnGateways')) {
    const p2SConnectionConfigurations = objectsAt(gateway.properties.p2SConnectionConfigurations).map(
      (one) => ({
        ...one,
        properties: { ...objectAt(one.properties), routingConfiguration },
      }),
    )
    setLater(exchange, gateway, endsAt, { p2SConnectionConfigurations })
  }
}

function connectedTo(exchange: Exchange, hub: Living): Living[] {
  const of = (type: string, child: string) =>
    referrers(exchange, hub.row.id, type).flatMap((gateway) =>
      livingIn(exchange, `${gateway.row.key}/${child}`),
    )
  return [
    ...livingIn(exchange, `${hub.row.key}/hubvirtualnetworkconnections`),
    ...of('vpnGateways', 'vpnconnections'),
    ...of('expressRouteGateways', 'expressrouteconnections'),
  ]
}

/** Names as the service writes them (Virtual WAN document 9.2). */
function routesOf(policies: Policies): JsonObject[] {
  const route = (name: string, destinations: string[], nextHop: string | undefined): JsonObject[] =>
    nextHop === undefined
      ? []
      : [{ name, destinationType: 'CIDR', destinations, nextHopType: 'ResourceId', nextHop }]
  return [
    ...route('_policy_PublicTraffic', ['0.0.0.0/0'], policies.internet),
    ...route('_policy_PrivateTraffic', PRIVATE_PREFIXES, policies.private),
  ]
}

function withoutPolicies({ properties }: Living): JsonObject[] {
  return objectsAt(properties.routes).filter(({ name }) => !(textAt(name) ?? '').startsWith('_policy_'))
}

function defaultTable(exchange: Exchange, { id }: ResourceRow): Living | undefined {
  return find(exchange, `${parentId(id) ?? ''}/hubRouteTables/defaultRouteTable`)
}

function setLater(exchange: Exchange, at: Living, endsAt: number, merge: JsonObject): void {
  const base = settled(at.row, exchange.now)
  exchange.save({ ...base, due: [...base.due, { at: endsAt, merge }] })
}
