import type { Exchange } from '../arm/exchange.ts'
import { sameId } from '../arm/ids.ts'
import type { Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import { arrayAt, idAt, objectAt, objectsAt, textAt } from '../wire/read.ts'
import { find, livingIn, referrers } from './find.ts'
import { membersOf, type HubMember, type HubRoute, type Through } from './hub-announced.ts'

/** Between hubs a route carries this number twice (published example of effective routes). */
const HUB_ASN = 65_520

/** The supernets a policy for private traffic stands for (Virtual WAN document 9.2). */
export const PRIVATE_PREFIXES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16']

export type Policies = { internet?: string; private?: string }

/** Where a hub's routing intent sends traffic, by the ids of its next hops; one that is being written has the policies of before. */
export function policiesOf(exchange: Exchange, hub: Living): Policies {
  const [intent] = livingIn(exchange, `${hub.row.key}/routingintent`)
  if (intent === undefined) return {}
  return policiesIn({ routingPolicies: intent.inside.inForce ?? intent.properties.routingPolicies })
}

export function policiesIn(properties: JsonObject): Policies {
  const hop = (destination: string) =>
    textAt(
      objectsAt(properties.routingPolicies).find((one) => arrayAt(one.destinations).includes(destination))
        ?.nextHop,
    )
  return { internet: hop('Internet'), private: hop('PrivateTraffic') }
}

/**
 * What a route table of a hub holds (Virtual WAN document 9): its own static routes, what members of this hub and of the other hubs of the
 * WAN propagate to it or to one of its labels, and of equal prefixes the best. Nothing before the router is there.
 */
export function tableRoutes(exchange: Exchange, hub: Living, table: Living): HubRoute[] {
  if (hub.properties.routingState !== 'Provisioned') return []
  const statics = staticRoutes(exchange, table)
  const own = membersOf(exchange, hub).filter((member) => propagates(exchange, hub, member, table))
  const others = otherHubs(exchange, hub).flatMap((other) => {
    const members = membersOf(exchange, other).filter((member) => propagates(exchange, other, member, table))
    return members.flatMap(({ routes }) =>
      routes.map((route): HubRoute => ({
        prefix: route.prefix,
        through: 'hub',
        nextHop: other.row.id,
        origin: other.row.id,
        path: [HUB_ASN, HUB_ASN, ...route.path],
      })),
    )
  })
  const routes = [...statics, ...own.flatMap((member) => member.routes), ...others]
  return best(routes, textAt(hub.properties.hubRoutingPreference) ?? 'ExpressRoute')
}

/** What a member of a hub is given: the table it is associated with, and the way to the Internet only where it takes one. */
export function memberRoutes(exchange: Exchange, hub: Living, member: HubMember): HubRoute[] {
  const table = find(exchange, idAt(member.routing.associatedRouteTable) ?? '')
  if (table === undefined) return []
  const wan = find(exchange, idAt(hub.properties.virtualWan) ?? '')
  const apart = wan?.properties.allowBranchToBranchTraffic === false && member.of !== 'vnet'
  const branches = apart ? branchPrefixes(exchange, hub) : new Set<string>()
  return tableRoutes(exchange, hub, table).filter(
    ({ prefix }) => (prefix !== '0.0.0.0/0' || member.internet) && !branches.has(prefix),
  )
}

/** Prefixes of branches of every hub, for a WAN in which they do not see each other. */
function branchPrefixes(exchange: Exchange, hub: Living): Set<string> {
  const hubs = [hub, ...otherHubs(exchange, hub)]
  const members = hubs.flatMap((one) => membersOf(exchange, one)).filter(({ of }) => of !== 'vnet')
  return new Set(members.flatMap(({ routes }) => routes.map(({ prefix }) => prefix)))
}

/** With a policy for private traffic only the firewall learns where things are: in the table that nothing is associated with. */
export function firewallRoutes(exchange: Exchange, hub: Living): HubRoute[] {
  const name = policiesOf(exchange, hub).private === undefined ? 'defaultroutetable' : 'noneroutetable'
  const table = find(exchange, `${hub.row.key}/hubroutetables/${name}`)
  return table === undefined ? [] : tableRoutes(exchange, hub, table)
}

/** The other hubs of the same WAN whose routers are there; a Basic WAN joins none. */
function otherHubs(exchange: Exchange, hub: Living): Living[] {
  const wan = find(exchange, idAt(hub.properties.virtualWan) ?? '')
  if (wan === undefined || wan.properties.type === 'Basic') return []
  return referrers(exchange, wan.row.id, 'virtualHubs').filter(
    (one) =>
      one.row.key !== hub.row.key &&
      sameId(idAt(one.properties.virtualWan), wan.row.id) &&
      one.properties.routingState === 'Provisioned',
  )
}

/**
 * By id a member propagates to one table, by label to every table of the WAN that carries it. Under a policy for private traffic it
 * propagates to no table of its own hub but the one nothing is associated with (Virtual WAN document 9.2); other hubs still learn of it.
 */
function propagates(exchange: Exchange, hub: Living, { routing }: HubMember, table: Living): boolean {
  const labels = arrayAt(table.properties.labels)
  const inside = table.row.key.startsWith(`${hub.row.key}/`)
  if (policiesOf(exchange, hub).private !== undefined)
    return inside
      ? table.row.key.endsWith('/noneroutetable')
      : takesDefault(table) && labels.includes('default')
  const to = objectAt(routing.propagatedRouteTables)
  const byId = objectsAt(to.ids).some((one) => idAt(one)?.toLowerCase() === table.row.key)
  return byId || arrayAt(to.labels).some((label) => label !== 'none' && labels.includes(label))
}

function takesDefault({ row }: Living): boolean {
  return !row.key.endsWith('/noneroutetable')
}

function staticRoutes(exchange: Exchange, table: Living): HubRoute[] {
  return objectsAt(table.properties.routes).flatMap((route) => {
    const nextHop = textAt(route.nextHop)
    if (nextHop === undefined || find(exchange, nextHop) === undefined) return []
    return arrayAt(route.destinations).flatMap((one): HubRoute[] => {
      const prefix = textAt(one)
      return prefix === undefined || route.destinationType !== 'CIDR'
        ? []
        : [{ prefix, through: 'static', nextHop, origin: table.row.id, path: [] }]
    })
  })
}

/** Step 2 of the selection, then those of step 3 (Virtual WAN document 2.4); what is left is used side by side. */
function best(routes: HubRoute[], preference: string): HubRoute[] {
  const byPrefix = new Map<string, HubRoute[]>()
  for (const route of routes) byPrefix.set(route.prefix, [...(byPrefix.get(route.prefix) ?? []), route])
  return [...byPrefix.values()].flatMap((all) => {
    const [first] = all.map((route) => rankOf(route, preference)).sort((one, other) => compare(one, other))
    if (first === undefined) return []
    const equal = all.filter((route) => compare(rankOf(route, preference), first) === 0)
    const seen = new Set<string>()
    return equal.filter(({ nextHop }) => !seen.has(nextHop) && seen.add(nextHop))
  })
}

/** Smaller is better, the first difference decides. */
function rankOf(route: HubRoute, preference: string): number[] {
  const fixed = route.through === 'static' ? 0 : 1
  const remote = route.through === 'hub' ? 1 : 0
  const kind = kindRank(route.through, preference === 'VpnGateway')
  const length = route.path.length
  return preference === 'ASPath' ? [fixed, length, remote, kind] : [fixed, remote, kind, length]
}

function kindRank(through: Through, vpnFirst: boolean): number {
  switch (through) {
    case 'er':
      return vpnFirst ? 1 : 0
    case 'vpn':
    case 'p2s':
      return vpnFirst ? 0 : 1
    case 'vnet':
    case 'bgp':
    case 'static':
    case 'hub':
      return 0
    default:
      return through satisfies never
  }
}

function compare(one: number[], other: number[]): number {
  const at = one.findIndex((value, index) => value !== other[index])
  return at === -1 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}
