import type { Answer } from '../../arm/answer.ts'
import { nameOf, parentId, sameId } from '../../arm/ids.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { networkError } from '../../arm/refusals.ts'
import type { JsonObject } from '../../wire/json.ts'
import { arrayAt, idAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { find, livingIn } from '../find.ts'
import { policiesOf } from '../hub-routing.ts'
import type { Draft } from '../network-type.ts'
import { references } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/**
 * The routing of something connected to a hub: the table it is associated with is one of this hub's, those it propagates to are there
 * (Virtual WAN document 14, number 7), and while the hub has a routing intent it says nothing of its own (number 6). Texts as they are
 * quoted there, codes assumed.
 */
export function refuseRouting(hubOf: (draft: Draft) => string | undefined): Rule {
  return firstOf(
    references(({ sent }) => {
      const { associatedRouteTable } = objectAt(sent.routingConfiguration)
      return [
        {
          member: 'routingConfiguration.associatedRouteTable',
          value: associatedRouteTable,
          type: 'virtualHubs/hubRouteTables',
        },
      ]
    }),
    propagated,
    (draft) => againstIntent(draft, hubOf(draft)),
  )
}

const propagated: Rule = ({ exchange, sent, id }) => {
  const to = objectAt(objectAt(sent.routingConfiguration).propagatedRouteTables)
  const wrong = objectsAt(to.ids).find((one) => {
    const table = idAt(one) ?? ''
    return isSeen(exchange, table) && find(exchange, table) === undefined
  })
  return wrong === undefined
    ? undefined
    : networkError(
        400,
        'InvalidPropagatedRouteTable',
        `The specified propagated route table ${idAt(wrong) ?? ''} of ${id} is invalid; retry another PUT on the propagated route table.`,
      )
}

function againstIntent({ exchange, sent, id }: Draft, hub: string | undefined): Answer | undefined {
  const at = hub === undefined ? undefined : find(exchange, hub)
  if (at === undefined || livingIn(exchange, `${at.row.key}/routingintent`).length === 0) return undefined
  const asked = objectAt(sent.routingConfiguration)
  const table = policiesOf(exchange, at).private === undefined ? 'defaultRouteTable' : 'noneRouteTable'
  const to = objectAt(asked.propagatedRouteTables)
  const own =
    isOther(idAt(asked.associatedRouteTable), `${at.row.id}/hubRouteTables/defaultRouteTable`) ||
    objectsAt(to.ids).some((one) => isOther(idAt(one), `${at.row.id}/hubRouteTables/${table}`)) ||
    arrayAt(to.labels).some((label) => label !== 'default' && label !== 'none')
  return own
    ? networkError(
        400,
        'RoutingConfigurationConflictsWithRoutingIntent',
        `Routing configuration for Connection ${id} conflicts with Routing Intent of virtual hub ${at.row.id}. ` +
          'Leave Routing configuration empty.',
      )
    : undefined
}

function isOther(id: string | undefined, wanted: string): boolean {
  return id !== undefined && !sameId(id, wanted)
}

/** What lies in a subscription of others cannot be looked at. */
function isSeen({ estate }: Exchange, id: string): boolean {
  const subscription = id.split('/')[2]?.toLowerCase()
  return estate.subscriptions.some((one) => one.subscriptionId.toLowerCase() === subscription)
}

/** A static route leads to something that is there; that one covers another is not looked at (Virtual WAN document 14, number 12). */
export const refuseRoutes: Rule = ({ exchange, sent, id }) => {
  const hops = objectsAt(sent.routes).map(({ nextHop }) => textAt(nextHop) ?? '')
  const lost = hops.find((hop) => isSeen(exchange, hop) && isKnown(hop) && find(exchange, hop) === undefined)
  return lost === undefined
    ? undefined
    : networkError(
        400,
        'InvalidResourceReference',
        `Resource ${lost} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, ` +
          'and that both resources are in the same region.',
      )
}

/** Of what can be a next hop, what is a type of its own here. */
function isKnown(hop: string): boolean {
  return /\/(azureFirewalls|hubVirtualNetworkConnections)\/[^/]+$/i.test(hop)
}

/** The next hops a policy may name (Virtual WAN document 9.2). */
const HOPS = ['azurefirewalls', 'networkvirtualappliances']

/**
 * A routing intent: one for each hub, at most one policy for each destination, next hops in the hub, no tables of one's own and no static
 * routes to networks (Virtual WAN document 9.2). Codes and texts assumed.
 */
export const refuseIntent: Rule = (draft) => {
  const { exchange, id, sent } = draft
  const hub = find(exchange, parentId(id) ?? '')
  if (hub === undefined) return undefined
  const policies = objectsAt(sent.routingPolicies)
  const destinations = policies.flatMap((one) => arrayAt(one.destinations))
  const conflict =
    livingIn(exchange, `${hub.row.key}/routingintent`).find((one) => one.row.key !== id.toLowerCase())?.row
      .id ?? conflictIn(exchange, hub.row.key)
  if (conflict !== undefined)
    return invalid(id, `It conflicts with ${conflict} of virtual hub ${hub.row.id}.`)
  if (destinations.some((one) => one !== 'Internet' && one !== 'PrivateTraffic'))
    return invalid(id, 'A destination is Internet or PrivateTraffic.')
  if (new Set(destinations).size < destinations.length)
    return invalid(id, 'There is one policy for each destination.')
  const hop = policies
    .map((one) => textAt(one.nextHop) ?? '')
    .find((one) => !isHopOf(exchange, one, hub.row.id))
  return hop === undefined ? undefined : invalid(id, `${hop} is no next hop in virtual hub ${hub.row.id}.`)
}

function invalid(id: string, reason: string): Answer {
  return networkError(400, 'InvalidRoutingIntent', `Routing intent ${id} is invalid. ${reason}`)
}

/** A table of one's own, or a static route of a built-in one that leads to a network. */
function conflictIn(exchange: Exchange, hub: string): string | undefined {
  const tables = livingIn(exchange, `${hub}/hubroutetables`)
  const custom = tables.find(({ row }) => !/^(default|none)RouteTable$/i.test(nameOf(row.id)))
  const fixed = tables.find(({ properties }) => objectsAt(properties.routes).some(leadsToNetwork))
  return (custom ?? fixed)?.row.id
}

function leadsToNetwork({ nextHop }: JsonObject): boolean {
  return (textAt(nextHop) ?? '').toLowerCase().includes('/hubvirtualnetworkconnections/')
}

function isHopOf(exchange: Exchange, hop: string, hub: string): boolean {
  const type = hop.split('/').at(-2)?.toLowerCase() ?? ''
  if (!HOPS.includes(type)) return type !== ''
  const at = find(exchange, hop)
  if (at === undefined) return !isSeen(exchange, hop)
  const there = idAt(at.properties.virtualHub)
  return there === undefined || sameId(there, hub)
}
