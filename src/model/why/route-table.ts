import { isJsonObject, type Json } from '../../lib/json.ts'
import type { Resource } from '../resources/resource.ts'
import type { RouteTable } from './facts.ts'

/** Reads a route table, which the app has no kind for; `undefined` where its properties are not there. */
export function routeTableOf({ name, body }: Resource): RouteTable | undefined {
  const { properties } = body
  if (!isJsonObject(properties)) return undefined
  const routes = Array.isArray(properties.routes) ? properties.routes : []
  return {
    name,
    routes: routes.flatMap((route) => {
      const its = isJsonObject(route) ? route.properties : undefined
      const prefix = isJsonObject(its) ? text(its.addressPrefix) : undefined
      const nextHopType = isJsonObject(its) ? text(its.nextHopType) : undefined
      return prefix === undefined ? [] : [{ prefix, ...(nextHopType !== undefined && { nextHopType }) }]
    }),
    propagates: properties.disableBgpRoutePropagation !== true,
  }
}

function text(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
