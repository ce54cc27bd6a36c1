import { living, type Living } from '../store/living.ts'
import type { JsonObject } from '../wire/json.ts'
import type { Answer } from './answer.ts'
import { query, segment, type Exchange } from './exchange.ts'
import { groupOf } from './group-of.ts'
import { nameOf, parseId } from './ids.ts'
import { page } from './paging.ts'
import { gatewayError, groupNotFound } from './refusals.ts'

/**
 * GET S/resources and GET S/resourceGroups/{g}/resources: generic items without properties and etag (ARM contract 10), top
 * level only. `$filter` understands `resourceType eq '…'`, several joined by `or`.
 */
export function listResources(exchange: Exchange): Answer {
  const group = exchange.segments.length > 3 ? segment(exchange, 3) : undefined
  if (group !== undefined && groupOf(exchange) === undefined) return groupNotFound(group)
  const wanted = typesIn(query(exchange.url, '$filter'))
  if (wanted === undefined) {
    return gatewayError(
      400,
      'InvalidFilterInQueryString',
      "Invalid $filter 'unsupported' specified in the query string.",
    )
  }
  const prefix = `/subscriptions/${segment(exchange, 1)}/${group === undefined ? '' : `resourcegroups/${group}/`}`
  const items = exchange.model.under(prefix).flatMap((row) => {
    const parsed = parseId(row.id)
    if (parsed === undefined || parsed.type.includes('/')) return []
    const type = `${parsed.namespace}/${parsed.type}`
    if (wanted.length > 0 && !wanted.includes(type.toLowerCase())) return []
    const at = living(row, exchange.now)
    return at === undefined || !exchange.may(`${type}/read`, row.id) ? [] : [genericItem(at, type)]
  })
  return page(exchange, items)
}

/** Lower-case types; empty for no filter; undefined for a filter that is not understood. */
function typesIn(filter: string | undefined): string[] | undefined {
  if (filter === undefined || filter.trim() === '') return []
  const types: string[] = []
  for (const part of filter.split(/\s+or\s+/i)) {
    const [, type] = /^\(?\s*resourceType\s+eq\s+'([^']+)'\s*\)?$/i.exec(part.trim()) ?? []
    if (type === undefined) return undefined
    types.push(type.toLowerCase())
  }
  return types
}

function genericItem({ row }: Living, type: string): JsonObject {
  const item: JsonObject = { id: row.id, name: nameOf(row.id), type }
  if (row.flavour !== undefined) item.kind = row.flavour
  if (row.sku !== undefined) item.sku = row.sku
  if (row.zones !== undefined) item.zones = row.zones
  if (row.location !== undefined) item.location = row.location
  if (row.identity !== undefined) item.identity = row.identity
  if (row.tags !== undefined) item.tags = row.tags
  if (row.extendedLocation !== undefined) item.extendedLocation = row.extendedLocation
  return item
}
