import type { Answer } from '../arm/answer.ts'
import { apiVersionOf, type Exchange } from '../arm/exchange.ts'
import { parentId } from '../arm/ids.ts'
import { locationName } from '../arm/locations.ts'
import { networkError } from '../arm/refusals.ts'
import { isBusy } from '../store/living.ts'
import type { ResourceRow } from '../store/rows.ts'
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
  if (blocking?.write === undefined) return undefined
  if (blocking.write.name === SET_SHARED_KEY) return anotherOperation(exchange, blocking)
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

/**
 * What follows a new shared key too soon is told so in another way (VPN gateway document 5.4 and 5.5, number 13: issue 14473 of
 * Azure/azure-rest-api-specs). Text as in public reports, status as in ARM contract 5.
 */
function anotherOperation(exchange: Exchange, { write, id, location = '' }: ResourceRow): Answer {
  const subscription = id.split('/').slice(0, 3).join('/')
  const uri =
    `${exchange.url.origin}${subscription}/providers/Microsoft.Network/locations/${locationName(location)}` +
    `/operations/${write?.operationId}?api-version=${apiVersionOf(exchange)}`
  return networkError(
    429,
    'AnotherOperationInProgress',
    'Another operation on this or dependent resource is in progress. To retrieve status of the operation use uri: ' +
      `${uri}.`,
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
