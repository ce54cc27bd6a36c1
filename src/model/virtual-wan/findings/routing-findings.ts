import { formatPrefix, parsePrefix } from '../../../lib/cidr.ts'
import { sentenceList } from '../../format.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { ExpressRouteConnection } from '../../resources/expressroute.ts'
import type {
  HubRouteTable,
  HubVirtualNetworkConnection,
  VpnConnection,
} from '../../resources/virtual-wan.ts'
import type { HubChildren } from '../hub-children.ts'
import { hasRouting, isDefaultTable, isNoneTable, policyFor, propagatesNowhere } from '../hub-routing.ts'
import type { WanFinding } from './wan-finding.ts'

const ROUTING = 'Microsoft: about virtual hub routing'
const INTENT = 'Microsoft: routing intent and routing policies'

/** What may be better in how a hub routes: its tables, the networks' routing, and its intent (Virtual WAN 9 and 15.1). */
export function routingFindings(
  { connections, tables, intents }: HubChildren,
  branches: readonly Branch[] = [],
): WanFinding[] {
  return [
    ...(tables ?? []).flatMap((table) => unused(table)),
    ...(tables ?? []).flatMap((table) => conflicts(table)),
    ...(connections && intents
      ? silent(connections, policyFor(intents, 'PrivateTraffic') !== undefined)
      : []),
    ...(connections && tables && intents
      ? internet(connections, tables, policyFor(intents, 'Internet') !== undefined)
      : []),
    ...(tables && intents ? noDefault(branches, tables, policyFor(intents, 'Internet') !== undefined) : []),
    ...(tables && intents && intents.length > 0 ? besideIntent(tables) : []),
  ]
}

/** A site's or a circuit's connection: it follows the default table, always (Virtual WAN 9.1). */
type Branch = Pick<VpnConnection | ExpressRouteConnection, 'id' | 'name' | 'enableInternetSecurity'>

function isBuiltIn({ id }: HubRouteTable): boolean {
  return isDefaultTable(id) || isNoneTable(id)
}

function unused(table: HubRouteTable): WanFinding[] {
  const used = table.associatedConnectionIds.length + table.propagatingConnectionIds.length
  if (isBuiltIn(table) || used > 0) return []
  return [
    {
      rule: 'VW-026',
      severity: 'low',
      what: `Nothing is associated with route table ${table.name}, and nothing propagates to it`,
      why: 'It decides nothing.',
      change: 'Associate connections with it, or delete it.',
      source: ROUTING,
      about: table.id,
    },
  ]
}

/** Azure takes two static routes for one prefix without a word (section 14, no. 12). */
function conflicts(table: HubRouteTable): WanFinding[] {
  const hops = new Map<string, Set<string>>()
  for (const { destinations, nextHop } of table.routes)
    for (const destination of destinations) {
      const prefix = parsePrefix(destination)
      const key = prefix ? formatPrefix(prefix) : destination
      hops.set(key, (hops.get(key) ?? new Set<string>()).add(keyOf(nextHop ?? '')))
    }
  return [...hops].flatMap(([destination, next]) =>
    next.size < 2
      ? []
      : [
          {
            rule: 'VW-100',
            severity: 'high' as const,
            what: `Route table ${table.name} has ${next.size} static routes to ${destination} with different next hops`,
            why: 'Azure accepts both and does not say which one it follows.',
            change: 'Keep one of them.',
            source: ROUTING,
            about: table.id,
          },
        ],
  )
}

function silent(connections: readonly HubVirtualNetworkConnection[], inspects: boolean): WanFinding[] {
  // With a private policy the hub itself announces networks, and propagating to none is how it has to be (Virtual WAN 9.2).
  if (inspects) return []
  return connections
    .filter((one) => hasRouting(one) && propagatesNowhere(one))
    .map((one) => ({
      rule: 'VW-101',
      severity: 'medium' as const,
      what: `Connection ${one.name} propagates to no route table`,
      why: 'Nothing else that is connected to the hub learns how to reach its network.',
      change: 'Let it propagate to the default table, or to a label of the tables that are to know it.',
      source: ROUTING,
      about: one.id,
    }))
}

function internet(
  connections: readonly HubVirtualNetworkConnection[],
  tables: readonly HubRouteTable[],
  hasPolicy: boolean,
): WanFinding[] {
  const leads = (connection: HubVirtualNetworkConnection) =>
    leadsOut(tables.find(({ id }) => keyOf(id) === keyOf(connection.associatedRouteTableId ?? '')))
  const known = connections.filter(({ associatedRouteTableId: id }) => id !== undefined)
  const without = known.filter((one) => one.enableInternetSecurity && !hasPolicy && !leads(one))
  const past = known.filter((one) => !one.enableInternetSecurity && (hasPolicy || leads(one)))
  const named = (all: readonly HubVirtualNetworkConnection[]) =>
    sentenceList(all.slice(0, 3).map(({ id }) => nameOfId(id)))
  const about = (all: readonly HubVirtualNetworkConnection[]) =>
    all.length === 1 && all[0] ? { about: all[0].id } : {}
  return [
    ...(without.length === 0
      ? []
      : [
          {
            rule: 'VW-025',
            severity: 'low' as const,
            what: `Internet security is on for ${named(without)}, and the hub has no default route`,
            why: 'There is nothing for the hub to tell the networks, so it has no effect, unless an on-premises router announces 0.0.0.0/0.',
            change: 'Set an internet routing policy or a default route, or switch internet security off.',
            source: INTENT,
            ...about(without),
          },
        ]),
    ...(past.length === 0
      ? []
      : [
          {
            rule: 'VW-025',
            severity: 'low' as const,
            what: `The hub has a default route, and internet security is off for ${named(past)}`,
            why: 'These networks do not get the default route: their internet traffic leaves past the hub.',
            change: 'Switch internet security on for them if that is not meant.',
            source: INTENT,
            ...about(past),
          },
        ]),
  ]
}

function leadsOut(table: HubRouteTable | undefined): boolean {
  return table?.routes.some(({ destinations }) => destinations.includes('0.0.0.0/0')) ?? false
}

/** That a branch does not get the default route is how most are meant, so only the other way round is told. */
function noDefault(
  branches: readonly Branch[],
  tables: readonly HubRouteTable[],
  hasPolicy: boolean,
): WanFinding[] {
  const asking = branches.filter(({ enableInternetSecurity }) => enableInternetSecurity)
  const [first] = asking
  if (first === undefined || hasPolicy || leadsOut(tables.find(({ id }) => isDefaultTable(id)))) return []
  return [
    {
      rule: 'VW-025',
      severity: 'low',
      what: `The default route is to be propagated to ${sentenceList(asking.slice(0, 3).map(({ name }) => name))}, and the hub has none`,
      why: 'There is nothing for the hub to tell these branches, so it has no effect, unless somebody on-premises announces 0.0.0.0/0.',
      change: 'Set an internet routing policy or a default route, or switch it off for them.',
      source: INTENT,
      ...(asking.length === 1 && { about: first.id }),
    },
  ]
}

function besideIntent(tables: readonly HubRouteTable[]): WanFinding[] {
  const own = tables.filter((table) => !isBuiltIn(table))
  if (own.length === 0) return []
  return [
    {
      rule: 'VW-102',
      severity: 'medium',
      what: `The hub has routing intent and route tables of its own: ${sentenceList(own.map(({ name }) => name))}`,
      why: 'Routing intent allows no other tables than the default and the none table; a connection with another one is refused.',
      change:
        'Delete these tables, or take the routing intent away. Taking it away does not bring earlier settings back.',
      source: INTENT,
      ...(own.length === 1 && own[0] && { about: own[0].id }),
    },
  ]
}
