import type { Answer } from '../arm/answer.ts'
import { query, segment, type Exchange } from '../arm/exchange.ts'
import { page } from '../arm/paging.ts'
import { gatewayError } from '../arm/refusals.ts'
import type { Route } from '../network/routes.ts'
import type { JsonObject } from '../wire/json.ts'
import { eventsOf } from './activity-events.ts'
import { readFilter } from './activity-filter.ts'

export function activityLogRoutes(): Route[] {
  return [
    {
      method: 'GET',
      path: '/subscriptions/:s/providers/microsoft.insights/eventtypes/management/values',
      answer: activityLog,
    },
  ]
}

/**
 * GET S/providers/Microsoft.Insights/eventtypes/management/values (ARM contract 12.9): the newest first (unverified), cut to
 * `$select`, paged by `nextLink`. What an opened file that cannot be changed does not hold is not known.
 */
function activityLog(exchange: Exchange): Answer {
  const { model, now, estate, url } = exchange
  if (estate.readOnly && estate.past === undefined)
    return gatewayError(409, 'NotInFile', 'No activity log is in a file like this.')
  const filter = readFilter(query(url, '$filter'), now)
  if ('wrong' in filter) return badRequest(filter.wrong)
  const within = `/subscriptions/${segment(exchange, 1)}`.toLowerCase()
  const found = model
    .activities()
    .filter(({ scope }) => `${scope}/`.toLowerCase().startsWith(`${within}/`))
    .flatMap((row) => eventsOf(row, now))
    .filter(({ at, body }) => at >= filter.from && at <= filter.until && filter.fits(body))
    // Stable: of one moment, what began ended later.
    .sort((one, other) => one.at - other.at)
    .reverse()
  return page(
    exchange,
    found.map(({ body }) => selected(body, query(url, '$select'))),
  )
}

/** `$select=eventName,status`: only these members (published specification). */
function selected(event: JsonObject, select: string | undefined): JsonObject {
  if (select === undefined || select.trim() === '') return event
  const wanted = new Set(select.split(',').map((name) => name.trim().toLowerCase()))
  return Object.fromEntries(Object.entries(event).filter(([member]) => wanted.has(member.toLowerCase())))
}

/** Not wrapped in `error` by the published specification of 2015-04-01; code and text unverified. */
export function badRequest(message: string): Answer {
  return { status: 400, by: 'network', body: { code: 'BadRequest', message } }
}
