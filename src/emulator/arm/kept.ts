import { networkTypeOfId } from '../network/table.ts'
import { living } from '../store/living.ts'
import type { ResourceRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'
import { ok, type Answer } from './answer.ts'
import type { Exchange } from './exchange.ts'
import { page } from './paging.ts'

/**
 * Reads of what an opened file holds and the emulator has no type for: one by its id, lists by their path, as they stand in
 * the file. Undefined when there is none, and for everything else.
 */
export function answerKept(exchange: Exchange): Answer | undefined {
  if (exchange.method !== 'GET' && exchange.method !== 'HEAD') return undefined
  const path = `/${exchange.segments.join('/')}`
  const row = exchange.model.resource(path)
  if (row !== undefined) {
    const [body] = bodies(exchange, [row])
    return body === undefined ? undefined : ok(body)
  }
  const listed = bodies(exchange, exchange.model.collection(path))
  if (listed.length > 0) return page(exchange, listed)
  const inSubscription = bodies(exchange, rowsOfSubscriptionList(exchange))
  return inSubscription.length > 0 ? page(exchange, inSubscription) : undefined
}

/** `S/providers/{namespace}/{type}` names the rows of every group. */
function rowsOfSubscriptionList({ segments, model }: Exchange): ResourceRow[] {
  const [, subscriptionId, providers, namespace, type] = segments
  if (segments.length !== 5 || providers?.toLowerCase() !== 'providers') return []
  const tail = `/providers/${namespace}/${type}/`.toLowerCase()
  return model
    .under(`/subscriptions/${subscriptionId}/resourcegroups/`)
    .filter((row) => row.key.split('/').length === 9 && row.key.includes(tail))
}

function bodies({ now }: Exchange, rows: ResourceRow[]): JsonObject[] {
  return rows.flatMap((row) =>
    networkTypeOfId(row.id) === undefined && row.body !== undefined && living(row, now) !== undefined
      ? [row.body]
      : [],
  )
}
