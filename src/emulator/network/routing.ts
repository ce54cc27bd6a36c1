import type { Exchange } from '../arm/exchange.ts'
import type { JsonObject } from '../wire/json.ts'
import { isObject, objectAt } from '../wire/read.ts'
import { find } from './find.ts'
import { policiesOf, type Policies } from './hub-routing.ts'

/**
 * What the service writes when a hub connection says nothing about routing: associated with and propagated to the hub's
 * default route table (recorded behaviour 5), unless a routing intent says otherwise. `hub` is the hub's id.
 */
function defaultRouting(exchange: Exchange, hub: string | undefined, withVnetRoutes: boolean): JsonObject {
  const at = find(exchange, hub ?? '')
  const routing = routingUnder(hub ?? '', at === undefined ? {} : policiesOf(exchange, at))
  if (withVnetRoutes) {
    routing.vnetRoutes = {
      staticRoutes: [],
      staticRoutesConfig: { propagateStaticRoutes: true, vnetLocalRouteOverrideCriteria: 'Contains' },
    }
  }
  return routing
}

/** Sent routing, with the parts that were left out filled in, at every depth. */
export function routingOr(
  exchange: Exchange,
  sent: JsonObject,
  hub: string | undefined,
  withVnetRoutes: boolean,
): JsonObject {
  return filledIn(objectAt(sent.routingConfiguration), defaultRouting(exchange, hub, withVnetRoutes))
}

/** Under a policy for private traffic everything propagates to the table that nothing is associated with (Virtual WAN document 9.2). */
export function routingUnder(hub: string, policies: Policies): JsonObject {
  const label = policies.private === undefined ? 'default' : 'none'
  return {
    associatedRouteTable: { id: `${hub}/hubRouteTables/defaultRouteTable` },
    propagatedRouteTables: { labels: [label], ids: [{ id: `${hub}/hubRouteTables/${label}RouteTable` }] },
  }
}

function filledIn(sent: JsonObject, defaults: JsonObject): JsonObject {
  const filled: JsonObject = { ...defaults, ...sent }
  for (const [member, value] of Object.entries(defaults)) {
    const given = sent[member]
    // A reference is taken as it is.
    if (isObject(value) && isObject(given) && value.id === undefined) filled[member] = filledIn(given, value)
  }
  return filled
}
