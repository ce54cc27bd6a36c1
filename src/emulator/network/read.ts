import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { groupOf } from '../arm/group-of.ts'
import { page, whole } from '../arm/paging.ts'
import { childNotFound, groupNotFound, resourceNotFound } from '../arm/refusals.ts'
import { living } from '../store/living.ts'
import { objectAt, objectsAt, textAt } from '../wire/read.ts'
import { find, livingIn } from './find.ts'
import type { Embedded, NetworkType } from './network-type.ts'
import { addressOf, collectionOf } from './path.ts'
import { bodyOf, etagOf } from './view.ts'

/** GET of one resource; both shapes of 404 (recorded behaviour 1.9). */
export function get(exchange: Exchange, type: NetworkType): Answer {
  const group = groupOf(exchange)
  if (group === undefined) return groupNotFound(segment(exchange, 3))
  const address = addressOf(exchange, type, group)
  // A file may hold a child without its parent.
  const at = find(exchange, address.id)
  if (at === undefined) return refuseMissingRoot(exchange, type) ?? childNotFound(address.id)
  const headers = type.etagHeader ? { ETag: etagOf(exchange, at) } : undefined
  return ok(bodyOf(exchange, at, 'get'), headers)
}

/** LIST at subscription scope: every group's rows of the type. */
export function listInSubscription(exchange: Exchange, type: NetworkType): Answer {
  const rows = exchange.model.ofType(type.type, segment(exchange, 1))
  const bodies = rows.flatMap((row) => {
    const at = living(row, exchange.now)
    return at === undefined || !mayRead(exchange, type, row.id) ? [] : [bodyOf(exchange, at, 'list')]
  })
  return type.unpaged ? whole(bodies) : page(exchange, bodies)
}

/** A list returns what the caller may read, without a word of the rest (ARM contract 6, unverified). */
function mayRead(exchange: Exchange, type: NetworkType, id: string): boolean {
  return exchange.may(`Microsoft.Network/${type.type}/read`, id)
}

/** LIST in a resource group, or of a parent's children. A missing parent is the front end's 404 (not recorded, assumed). */
export function list(exchange: Exchange, type: NetworkType): Answer {
  const group = groupOf(exchange)
  if (group === undefined) return groupNotFound(segment(exchange, 3))
  const { path, parent } = collectionOf(exchange, type)
  if (parent !== undefined && livingIn(exchange, path).length === 0) {
    const missing = refuseMissingRoot(exchange, type) ?? refuseMissing(exchange, parent)
    if (missing !== undefined) return missing
  }
  const bodies = livingIn(exchange, path)
    .filter(({ row }) => mayRead(exchange, type, row.id))
    .map((at) => bodyOf(exchange, at, 'list'))
  return type.unpaged ? whole(bodies) : page(exchange, bodies)
}

/** LIST and GET of what lives inside its parent: port links, site links, link connections (ARM contract 9.5, 9.8). */
export function readEmbedded(
  exchange: Exchange,
  type: NetworkType,
  embedded: Embedded,
  which: 'list' | 'one',
): Answer {
  const group = groupOf(exchange)
  if (group === undefined) return groupNotFound(segment(exchange, 3))
  const missing = refuseMissingRoot(exchange, type)
  if (missing !== undefined) return missing
  const parent = find(exchange, addressOf(exchange, type, group).id)
  if (parent === undefined) return childNotFound(addressOf(exchange, type, group).id)
  const body = bodyOf(exchange, parent, which === 'list' ? 'list' : 'get')
  const items = objectsAt(objectAt(body.properties)[embedded.member])
  if (which === 'list') return page(exchange, items)
  const name = segment(exchange, exchange.segments.length - 1)
  const item = items.find((one) => textAt(one.name)?.toLowerCase() === name.toLowerCase())
  if (item === undefined) return childNotFound(`${parent.row.id}/${embedded.segment}/${name}`)
  return ok(item)
}

/** A top-level resource ARM does not track: the front end answers, for its children too. */
function refuseMissingRoot(exchange: Exchange, type: NetworkType): Answer | undefined {
  const root = type.type.split('/')[0] ?? ''
  const name = segment(exchange, 7)
  const id = `/subscriptions/${segment(exchange, 1)}/resourceGroups/${segment(exchange, 3)}/providers/Microsoft.Network/${root}/${name}`
  return find(exchange, id) === undefined ? resourceNotFound(root, name, segment(exchange, 3)) : undefined
}

function refuseMissing(exchange: Exchange, parent: string): Answer | undefined {
  return find(exchange, parent) === undefined ? childNotFound(parent) : undefined
}
