import { networkTypeOfId } from '../network/table.ts'
import { bodyOf } from '../network/view.ts'
import { living, type Living } from '../store/living.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { arrayAt, isObject, numberAt, objectAt, textAt, without } from '../wire/read.ts'
import type { Answer } from './answer.ts'
import type { Exchange } from './exchange.ts'
import { invalidQuery, noSubscriptions, quotaHeaders, rateLimited } from './graph-refusals.ts'
import { nameOf, parseId } from './ids.ts'
import { hasRoleAround } from './roles.ts'
import { isInTenant } from './tenants.ts'

/** What one query gives: how many rows there are, and each of them when its page is asked for. */
interface Found {
  columns: readonly Column[]
  rows: readonly (() => JsonObject)[]
}

type Column = [name: string, type: 'string' | 'object']

/** An example value of the documentation, "subject to change" (ARM contract 12.4 and 13). */
const QUERIES = 15
const WINDOW_MS = 5000

/** The most rows of a page, and what is given when none is asked for (ARM contract 12.4; the default is documented). */
const MOST_ROWS = 1000
const DEFAULT_ROWS = 100

const RESOURCE_COLUMNS: readonly Column[] = [
  ['id', 'string'],
  ['name', 'string'],
  ['type', 'string'],
  ['location', 'string'],
  ['resourceGroup', 'string'],
  ['subscriptionId', 'string'],
  ['kind', 'string'],
  ['sku', 'object'],
  ['zones', 'object'],
  ['tags', 'object'],
  ['identity', 'object'],
  ['properties', 'object'],
]

const SUBSCRIPTION_COLUMNS: readonly Column[] = [
  ['id', 'string'],
  ['name', 'string'],
  ['subscriptionId', 'string'],
]

/** No KQL is run: the texts this emulator knows carry their name in a comment, each is a function over the store. */
const QUERIES_BY_NAME: Record<string, (exchange: Exchange, scope: Set<string>, text: string) => Found> = {
  inventory: resourcesOfTypes,
  subscriptions: subscriptionsSeen,
}

/**
 * POST /providers/Microsoft.ResourceGraph/resources: one answer function for each emulator, since the quota is a memory of
 * its own (ARM contract 12.4). Rows the caller may not read are left out without a word, as the service does.
 */
export function resourceGraph(): (exchange: Exchange) => Answer {
  const window = { start: -Infinity, used: 0 }
  return (exchange) => {
    if (exchange.now >= window.start + WINDOW_MS) Object.assign(window, { start: exchange.now, used: 0 })
    const seconds = Math.max(1, Math.ceil((window.start + WINDOW_MS - exchange.now) / 1000))
    if (window.used >= QUERIES) return rateLimited(exchange, seconds)
    window.used++
    const answer = answerQuery(exchange)
    return { ...answer, headers: { ...answer.headers, ...quotaHeaders(QUERIES - window.used, seconds) } }
  }
}

function answerQuery(exchange: Exchange): Answer {
  const body = objectAt(exchange.body)
  const text = textAt(body.query) ?? ''
  const [, name = ''] = /^\s*\/\/\s*hybrid-connectivity-hub\/([a-z]+)\s*$/m.exec(text) ?? []
  const query = QUERIES_BY_NAME[name]
  if (query === undefined) return invalidQuery(exchange)
  const asked = arrayAt(body.subscriptions).flatMap((one) => textAt(one) ?? [])
  const scope = scopeOf(exchange, asked)
  if (scope.size === 0) return noSubscriptions(exchange, asked)
  return pageOf(query(exchange, scope, text), objectAt(body.options))
}

/** The subscriptions asked for that the caller has anything in, lower case; all of them when none is named. */
function scopeOf({ estate, caller }: Exchange, asked: readonly string[]): Set<string> {
  const known = estate.subscriptions
    .filter((one) => isInTenant(estate, caller, one))
    .filter(({ subscriptionId }) => hasRoleAround(estate, caller, `/subscriptions/${subscriptionId}`))
    .map((one) => one.subscriptionId.toLowerCase())
  const wanted = new Set(asked.map((one) => one.toLowerCase()))
  return new Set(wanted.size === 0 ? known : known.filter((one) => wanted.has(one)))
}

function pageOf({ columns, rows }: Found, options: JsonObject): Answer {
  const top = Math.min(MOST_ROWS, Math.max(1, numberAt(options.$top) ?? DEFAULT_ROWS))
  const start = offsetOf(textAt(options.$skipToken)) ?? Math.max(0, numberAt(options.$skip) ?? 0)
  const page = rows.slice(start, start + top).map((row) => row())
  const end = start + page.length
  const body: JsonObject = {
    totalRecords: rows.length,
    count: page.length,
    data: options.resultFormat === 'table' ? asTable(columns, page) : page,
    facets: [],
    resultTruncated: end < rows.length ? 'true' : 'false',
  }
  if (end < rows.length) body.$skipToken = btoa(`after:${end}`)
  return { status: 200, body, by: 'gateway' }
}

function asTable(columns: readonly Column[], rows: readonly JsonObject[]): Json {
  return {
    columns: columns.map(([name, type]) => ({ name, type })),
    rows: rows.map((row) => columns.map(([name]) => row[name] ?? null)),
  }
}

function offsetOf(token: string | undefined): number | undefined {
  try {
    const [, offset] = /^after:(\d+)$/.exec(token === undefined ? '' : atob(token)) ?? []
    return offset === undefined ? undefined : Number(offset)
  } catch {
    return undefined
  }
}

/** `resources | where type in~ (…)`: the top-level resources of the quoted types, by id. */
function resourcesOfTypes(exchange: Exchange, scope: Set<string>, text: string): Found {
  const types = [...text.matchAll(/'microsoft\.network\/([a-z0-9]+)'/gi)].map(([, type = '']) => type)
  const found = types
    .flatMap((type) => [...scope].flatMap((subscription) => exchange.model.ofType(type, subscription)))
    .flatMap((row) => living(row, exchange.now) ?? [])
    .filter(({ row }) => isSeen(exchange, `Microsoft.Network/${parseId(row.id)?.type ?? ''}/read`, row.id))
    .sort((one, other) => (one.row.id < other.row.id ? -1 : 1))
  return { columns: RESOURCE_COLUMNS, rows: found.map((at) => () => resourceRow(exchange, at)) }
}

function isSeen(exchange: Exchange, action: string, id: string): boolean {
  return exchange.may(action, id) && !exchange.forbids(action, id)
}

/**
 * `type` and `resourceGroup` in lower case, the id as it is (recorded: ARM contract 12.4). What a column does not have is
 * null, `kind` is empty; there is no column for the etag. `properties` are those of a list: no connectionStatus; null where
 * an opened file has none.
 */
function resourceRow(exchange: Exchange, at: Living): JsonObject {
  // A file has what was read, statuses too.
  const omitted = networkTypeOfId(at.row.id)?.listOmits ?? []
  const { properties } = bodyOf(exchange, at, 'list')
  const id = parseId(at.row.id)
  return {
    id: at.row.id,
    name: nameOf(at.row.id),
    type: `microsoft.network/${id?.type.toLowerCase() ?? ''}`,
    location: at.row.location ?? '',
    resourceGroup: id?.group.toLowerCase() ?? '',
    subscriptionId: id?.subscriptionId ?? '',
    kind: at.row.flavour ?? '',
    sku: at.row.sku ?? null,
    zones: at.row.zones ?? null,
    tags: at.row.tags ?? null,
    identity: at.row.identity ?? null,
    properties: isObject(properties) ? without(properties, omitted) : null,
  }
}

/** `resourcecontainers | where type =~ 'microsoft.resources/subscriptions'`. */
function subscriptionsSeen(exchange: Exchange, scope: Set<string>): Found {
  const seen = exchange.estate.subscriptions.filter(
    ({ subscriptionId }) =>
      scope.has(subscriptionId.toLowerCase()) &&
      !exchange.forbids('Microsoft.Resources/subscriptions/read', `/subscriptions/${subscriptionId}`) &&
      !isUnread(exchange, subscriptionId),
  )
  const rows = seen.map(({ subscriptionId, displayName }) => () => ({
    id: `/subscriptions/${subscriptionId}`,
    name: displayName,
    subscriptionId,
  }))
  return { columns: SUBSCRIPTION_COLUMNS, rows }
}

/** A snapshot knows that it could not read a subscription as a whole. */
function isUnread({ estate }: Exchange, subscriptionId: string): boolean {
  const scope = `/subscriptions/${subscriptionId}`.toLowerCase()
  return estate.snapshot?.unread.some((one) => one.scope.toLowerCase() === scope) ?? false
}
