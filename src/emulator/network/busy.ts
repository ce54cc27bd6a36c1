import type { Answer } from '../arm/answer.ts'
import type { Exchange } from '../arm/exchange.ts'
import { parentId } from '../arm/ids.ts'
import { networkError } from '../arm/refusals.ts'
import { isBusy } from '../store/living.ts'
import type { ResourceRow } from '../store/rows.ts'
import { anotherOperation } from './another-operation.ts'
import { networkTypeOfId } from './table.ts'

/** The name of the operation that sets the key of a connection. */
export const SET_SHARED_KEY = 'SetVirtualNetworkGatewayConnectionSharedKeyOperation'

/**
 * 429 when something under way blocks a write on `id`: the resource itself, its parent, or, where parent and children are
 * one document (subnets in their network, NAT rules in their gateway), any of the family. Shape of 2024 (azure-cli
 * recording 2024-08, PUT of a gateway while its NAT rule was being written). How far the lock reaches is assumed.
 */
export function refuseWhileBusy(exchange: Exchange, id: string): Answer | undefined {
  const blocking = blockers(exchange, id).find((row) => isBusy(row, exchange.now))
  if (blocking?.write === undefined) return refuseBesideSibling(exchange, id)
  if (blocking.write.name === SET_SHARED_KEY) return anotherOperation(exchange, blocking, blocking.write)
  const seconds = Math.max(1, Math.ceil((blocking.write.endsAt - exchange.now) / 1000))
  return networkError(429, 'RetryableError', 'A retryable error occurred.', [
    {
      code: 'RetryableErrorDueToAnotherOperation',
      message:
        `Operation ${blocking.write.name} (${blocking.write.operationId}) is updating resource ${blocking.guid}. ` +
        `The call can be retried in ${Math.min(seconds, 11)} seconds.`,
    },
  ])
}

/** What a hub does one of at a time, though each is a document of its own; route maps are recorded side by side. */
const OF_HUB =
  /\/virtualHubs\/[^/]+\/(hubVirtualNetworkConnections|hubRouteTables|routingIntent|bgpConnections|routeMaps)\//i

/** Parallel writes to a hub (Virtual WAN document 14, number 1). That gateways of the hub do not count is assumed. */
function refuseBesideSibling(exchange: Exchange, id: string): Answer | undefined {
  const hub = parentId(id)
  if (hub === undefined || !OF_HUB.test(`${id}/`)) return undefined
  const isMap = (one: string) => /\/routeMaps\//i.test(one)
  const sibling = exchange.model
    .under(`${hub}/`)
    .find((row) => isBusy(row, exchange.now) && !(isMap(row.id) && isMap(id)))
  if (sibling?.write === undefined) return undefined
  return anotherOperation(
    exchange,
    { id: hub, location: exchange.model.resource(hub)?.location },
    sibling.write,
  )
}

function blockers(exchange: Exchange, id: string): ResourceRow[] {
  const family = exchange.model.under(`${documentOf(id)}/`)
  const ancestors = ancestorsOf(id).flatMap((ancestor) => exchange.model.resource(ancestor) ?? [])
  const own = exchange.model.resource(id)
  return own === undefined ? [...ancestors, ...family] : [own, ...ancestors, ...family]
}

/** The topmost resource that shows `id` inside itself; `id` when it stands alone. */
function documentOf(id: string): string {
  const parent = parentId(id)
  if (parent === undefined) return id
  const own = networkTypeOfId(id)?.type
  const inlined = networkTypeOfId(parent)?.inlines?.some((one) => one.type === own) ?? false
  return inlined ? documentOf(parent) : id
}

function ancestorsOf(id: string): string[] {
  const parent = parentId(id)
  return parent === undefined ? [] : [parent, ...ancestorsOf(parent)]
}
