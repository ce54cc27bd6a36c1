import type { JsonObject } from '../wire/json.ts'
import { isObject, objectAt } from '../wire/read.ts'

/**
 * What the service writes when a hub connection says nothing about routing: associated with and propagated to the hub's
 * default route table (recorded behaviour 5). `hub` is the hub's id.
 */
function defaultRouting(hub: string | undefined, withVnetRoutes: boolean): JsonObject {
  const table = { id: `${hub ?? ''}/hubRouteTables/defaultRouteTable` }
  const routing: JsonObject = {
    associatedRouteTable: table,
    propagatedRouteTables: { labels: ['default'], ids: [table] },
  }
  if (withVnetRoutes) {
    routing.vnetRoutes = {
      staticRoutes: [],
      staticRoutesConfig: { propagateStaticRoutes: true, vnetLocalRouteOverrideCriteria: 'Contains' },
    }
  }
  return routing
}

/** Sent routing, with the parts that were left out filled in, at every depth. */
export function routingOr(sent: JsonObject, hub: string | undefined, withVnetRoutes: boolean): JsonObject {
  return filledIn(objectAt(sent.routingConfiguration), defaultRouting(hub, withVnetRoutes))
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
