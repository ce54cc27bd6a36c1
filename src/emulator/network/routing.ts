import type { JsonObject } from '../wire/json.ts'
import { objectAt } from '../wire/read.ts'

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

/** Sent routing, with the parts that were left out filled in. */
export function routingOr(sent: JsonObject, hub: string | undefined, withVnetRoutes: boolean): JsonObject {
  return { ...defaultRouting(hub, withVnetRoutes), ...objectAt(sent.routingConfiguration) }
}
