import type { Exchange } from '../arm/exchange.ts'
import { parseId } from '../arm/ids.ts'
import { living, type Living } from '../store/living.ts'

/** The living rows of a collection path, in order of creation. */
export function livingIn(exchange: Exchange, collection: string): Living[] {
  return exchange.model.collection(collection).flatMap((row) => living(row, exchange.now) ?? [])
}

/** The living resource with this id; a child of a deleted parent is gone with it. */
export function find(exchange: Exchange, id: string): Living | undefined {
  const row = exchange.model.resource(id)
  return row === undefined ? undefined : living(row, exchange.now)
}

/** The living rows of one type that name `id`. */
export function referrers(exchange: Exchange, id: string, type: string): Living[] {
  return exchange.model
    .referrers(id)
    .filter((row) => isOfType(row.id, type))
    .flatMap((row) => living(row, exchange.now) ?? [])
}

/** `type` without the namespace: `virtualNetworks/subnets`. */
function isOfType(id: string, type: string): boolean {
  const parsed = parseId(id)
  return (
    parsed?.namespace.toLowerCase() === 'microsoft.network' &&
    parsed.type.toLowerCase() === type.toLowerCase()
  )
}

/** What each living referrer of one type is, as the reference list ARM shows: `[{ id }]`. */
export function referenceList(exchange: Exchange, id: string, type: string): { id: string }[] {
  return referrers(exchange, id, type).map((at) => ({ id: at.row.id }))
}
