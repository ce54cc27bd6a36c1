import type { OperationFailure, OperationHeader, OperationRow } from '../store/rows.ts'
import { operationKey } from '../store/rows.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import type { Answer } from './answer.ts'
import { apiVersionOf, query, segment, type Exchange } from './exchange.ts'
import { isOrderedToStick } from './faults.ts'
import { locationName } from './locations.ts'
import { gatewayError } from './refusals.ts'
import { NEVER, retryAfter, scaled } from './timing.ts'

export interface StartedOperation {
  row: OperationRow
  /** The headers of the answer that starts it. */
  headers: Record<string, string>
}

/**
 * Notes a long-running operation that starts now. PUT announces `Azure-AsyncOperation` only, DELETE and state-changing
 * POST both headers (ARM contract 7.2); the URL names the resource's own location (recorded behaviour 2.1).
 */
export function startOperation(
  exchange: Exchange,
  start: {
    seconds: number
    location: string
    announces: readonly OperationHeader[]
    resultStatus: 200 | 204
    retryAfter: number
    notifies: boolean
    failure?: OperationFailure
    blockedBy?: JsonObject
    succeedsWith?: JsonObject
    /** What `operationResults` answers at the end. */
    result?: Json
    exclusive?: string
  },
): StartedOperation {
  const operationId = exchange.newGuid()
  const row: OperationRow = {
    kind: 'operation',
    key: operationKey(operationId),
    operationId,
    startedAt: exchange.now,
    endsAt: isOrderedToStick(exchange)
      ? NEVER
      : exchange.now + scaled(start.seconds, exchange.settings.speed),
    failure: start.failure,
    blockedBy: start.blockedBy,
    succeedsWith: start.succeedsWith,
    result: start.result,
    exclusive: start.exclusive,
    resultStatus: start.resultStatus,
    announces: start.announces,
    notifies: start.notifies,
  }
  exchange.save(row)
  const headers = {
    ...operationHeaders(exchange, row, start.location),
    ...notification(start.notifies),
    ...retryAfter(start.retryAfter, exchange.settings.speed),
  }
  return { row, headers }
}

/** GET …/locations/{l}/operations/{id}: always 200, the status in a minimal body (recorded behaviour 1.4). */
export function pollOperation(exchange: Exchange): Answer {
  const operation = exchange.model.operation(segment(exchange, 7))
  if (operation === undefined) return operationNotFound(segment(exchange, 7))
  if (operation.endsAt > exchange.now) {
    return { status: 200, body: { status: 'InProgress' }, headers: retryAfter(10, exchange.settings.speed) }
  }
  if (operation.failure !== undefined) {
    return { status: 200, body: { status: 'Failed', error: { ...operation.failure, details: [] } } }
  }
  const body: JsonObject = { status: 'Succeeded' }
  if (operation.succeedsWith !== undefined) body.properties = operation.succeedsWith
  return { status: 200, body }
}

/** GET …/locations/{l}/operationResults/{id}: 202 `null` until the end, both headers again (ARM contract 7.1). */
export function pollResult(exchange: Exchange): Answer {
  const operation = exchange.model.operation(segment(exchange, 7))
  if (operation === undefined) return operationNotFound(segment(exchange, 7))
  const headers = {
    ...operationHeaders(exchange, operation, segment(exchange, 5)),
    ...notification(operation.notifies),
  }
  if (operation.endsAt > exchange.now) {
    return { status: 202, body: null, headers: { ...headers, ...retryAfter(10, exchange.settings.speed) } }
  }
  // Where there is no operation to ask, the result has to tell (assumed: an error's usual shape).
  if (operation.failure !== undefined && !operation.announces.includes('Azure-AsyncOperation')) {
    const error = { ...operation.failure, details: [] }
    return { status: 400, by: 'network', headers, body: { error } }
  }
  if (operation.resultStatus === 204) return { status: 204, headers }
  return { status: 200, body: operation.result ?? null, headers }
}

function notification(notifies: boolean | undefined): Record<string, string> {
  return notifies ? { 'Azure-AsyncNotification': 'Enabled' } : {}
}

function operationNotFound(operationId: string): Answer {
  return gatewayError(404, 'NotFound', `The entity was not found: operation ${operationId}.`)
}

function operationHeaders(exchange: Exchange, row: OperationRow, location: string): Record<string, string> {
  const base = `${exchange.url.origin}/subscriptions/${segment(exchange, 1)}/providers/Microsoft.Network/locations/${locationName(location)}`
  const links: Record<OperationHeader, string> = {
    'Azure-AsyncOperation': `${base}/operations/${row.operationId}`,
    Location: `${base}/operationResults/${row.operationId}`,
  }
  const end = signed(exchange, row)
  return Object.fromEntries(row.announces.map((header) => [header, links[header] + end]))
}

/** Since 2024 these URLs are signed (recorded behaviour 2.1): clients must keep the query as it is. */
function signed(exchange: Exchange, row: OperationRow): string {
  const ticks = 621_355_968_000_000_000n + BigInt(Math.round(row.startedAt)) * 10_000n
  const stamp = row.operationId.replaceAll('-', '')
  const version = query(exchange.url, 'api-version') === undefined ? '' : apiVersionOf(exchange)
  return `?api-version=${version}&t=${ticks}&c=MII${stamp}&s=${stamp.toUpperCase()}&h=${stamp.slice(0, 12)}`
}
