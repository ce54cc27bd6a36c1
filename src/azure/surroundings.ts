import type { JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { ServiceProvider } from '../model/express-route/surroundings.ts'
import type { Region, ResourceGroup, SubnetFacts, Usage } from '../model/wizard/around.ts'
import type { Azure } from './azure.ts'
import { flag, inner, list, num, object, ref, refs, text, texts } from './from-wire/read.ts'

type Asks = Pick<Azure, 'ask'>

/** The physical regions a subscription has, with its availability zones there (ARM contract 12.1). */
export async function readRegions(
  { ask }: Asks,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<Result<Region[], HubError>> {
  const items = await ask.pages(`/subscriptions/${subscriptionId}/locations`, undefined, signal)
  return items.ok ? ok(items.value.flatMap(regionFromWire)) : items
}

function regionFromWire(body: JsonObject): Region[] {
  const name = text(body.name)
  const isLogical = text(object(body.metadata).regionType)?.toLowerCase() === 'logical'
  if (name === undefined || isLogical) return []
  const zones = list(body.availabilityZoneMappings).flatMap((one) => text(one.logicalZone) ?? [])
  return [{ name, title: text(body.displayName) ?? name, zones }]
}

/** The resource groups of a subscription that the account may see (ARM contract 12.2). */
export async function readResourceGroups(
  { ask }: Asks,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<Result<ResourceGroup[], HubError>> {
  const items = await ask.pages(`/subscriptions/${subscriptionId}/resourcegroups`, undefined, signal)
  if (!items.ok) return items
  return ok(
    items.value.flatMap((body) => {
      const name = text(body.name)
      return name === undefined ? [] : [{ subscriptionId, name, location: text(body.location) ?? '' }]
    }),
  )
}

/**
 * Connectivity providers of ExpressRoute as the subscription is offered them (ExpressRoute document 7.1): their lists may be `null`, and names are
 * kept as they come, since they are sent back so.
 */
export async function readServiceProviders(
  { ask }: Asks,
  subscriptionId: string,
  signal?: AbortSignal,
): Promise<Result<ServiceProvider[], HubError>> {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/expressRouteServiceProviders`
  const items = await ask.pages(path, undefined, signal)
  if (!items.ok) return items
  return ok(
    items.value.flatMap((body) => {
      const name = text(body.name)
      const p = inner(body)
      if (name === undefined) return []
      const bandwidths = list(p.bandwidthsOffered).flatMap((offer) => num(offer.valueInMbps) ?? [])
      return [{ name, locations: texts(p.peeringLocations), bandwidths }]
    }),
  )
}

/** How much of what is limited a subscription has in a region (ARM contract 9.10); nothing there counts gateways or connections. */
export async function readUsages(
  { ask }: Asks,
  { subscriptionId, region }: { subscriptionId: string; region: string },
  signal?: AbortSignal,
): Promise<Result<Usage[], HubError>> {
  const path = `/subscriptions/${subscriptionId}/providers/Microsoft.Network/locations/${encodeURIComponent(region)}/usages`
  const items = await ask.pages(path, undefined, signal)
  if (!items.ok) return items
  return ok(
    items.value.flatMap((body) => {
      const [name, used, limit] = [text(object(body.name).value), num(body.currentValue), num(body.limit)]
      return name === undefined || used === undefined || limit === undefined ? [] : [{ name, used, limit }]
    }),
  )
}

/**
 * What lies on the GatewaySubnet of a virtual network; `undefined` where it has none. A route table that cannot be read leaves
 * its routes out, and the rest stands.
 */
export async function readGatewaySubnet(
  { ask }: Asks,
  networkId: string,
  signal?: AbortSignal,
): Promise<Result<SubnetFacts | undefined, HubError>> {
  const subnet = await ask.get(`${networkId}/subnets/GatewaySubnet`, undefined, signal)
  if (!subnet.ok) {
    // Also said of the network itself, which then is not there either (ARM contract 6).
    return subnet.error.kind === 'notFound' && !/^ResourceNotFound$/i.test(subnet.error.code)
      ? ok(undefined)
      : err(subnet.error)
  }
  const p = inner(subnet.value)
  const networkSecurityGroupId = ref(p.networkSecurityGroup)
  const routeTableId = ref(p.routeTable)
  const one = text(p.addressPrefix)
  return ok({
    prefixes: one === undefined ? texts(p.addressPrefixes) : [one],
    delegations: list(p.delegations).flatMap((entry) => text(inner(entry).serviceName) ?? []),
    usedBy: refs(p.ipConfigurations),
    ...(networkSecurityGroupId !== undefined && { networkSecurityGroupId }),
    ...(routeTableId !== undefined && {
      routeTableId,
      ...(await routeTableFacts(ask, routeTableId, signal)),
    }),
  })
}

async function routeTableFacts(
  ask: Azure['ask'],
  id: string,
  signal: AbortSignal | undefined,
): Promise<Pick<SubnetFacts, 'routes' | 'propagationDisabled'>> {
  const table = await ask.get(id, undefined, signal)
  if (!table.ok) return {}
  const p = inner(table.value)
  return {
    routes: list(p.routes).map((route) => ({
      name: text(route.name) ?? '',
      prefix: text(inner(route).addressPrefix) ?? '',
    })),
    propagationDisabled: flag(p.disableBgpRoutePropagation),
  }
}
