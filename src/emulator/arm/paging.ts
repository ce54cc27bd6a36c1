import type { JsonObject } from '../wire/json.ts'
import { query, type Exchange } from './exchange.ts'
import { ok, type Answer } from './answer.ts'

/**
 * One page of `items`: `{ value, nextLink? }`. The link is absolute, on the host the request came to, and absent on the
 * last page (ARM contract 6; never null, recorded behaviour 1.10).
 */
export function page(exchange: Exchange, items: JsonObject[]): Answer {
  const start = offsetOf(query(exchange.url, '$skipToken'))
  const end = start + exchange.settings.pageSize
  const body: JsonObject = { value: items.slice(start, end) }
  if (end < items.length) body.nextLink = linkTo(exchange.url, end)
  return ok(body)
}

/** The lists that never page (ARM contract 3 and 9.6). */
export function whole(items: JsonObject[]): Answer {
  return ok({ value: items })
}

function linkTo(url: URL, offset: number): string {
  const link = new URL(url)
  const old = [...url.searchParams.keys()].filter((key) => key.toLowerCase() === '$skiptoken')
  for (const key of old) link.searchParams.delete(key)
  link.searchParams.set('$skipToken', btoa(`after:${offset}`))
  return link.toString()
}

/** A token that is not ours starts from the beginning, as an expired one would have to. */
function offsetOf(token: string | undefined): number {
  if (token === undefined) return 0
  try {
    const [, offset] = /^after:(\d+)$/.exec(atob(token)) ?? []
    return offset === undefined ? 0 : Number(offset)
  } catch {
    return 0
  }
}
