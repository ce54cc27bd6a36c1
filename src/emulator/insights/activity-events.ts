import { guidOf } from '../clock.ts'
import type { ActivityRow } from '../store/rows.ts'
import type { JsonObject } from '../wire/json.ts'

export interface ActivityEvent {
  /** Milliseconds since the epoch. */
  at: number
  body: JsonObject
}

type Status = 'Started' | 'Accepted' | 'Succeeded' | 'Failed'

/** How long after it happened an event is in the log: minutes on Azure (ARM contract 12.9, unverified), not here. */
const LATE_SECONDS = 0

/**
 * The events of one activity that are in the log at `now`, in order: `BeginRequest` when it was asked for; `EndRequest` with
 * the answer, `Accepted` when an operation goes on, and once more when that has ended (ARM contract 12.9; that the start of an
 * operation has its own `Accepted` is unverified).
 */
export function eventsOf(row: ActivityRow, now: number): ActivityEvent[] {
  const { startedAt, endsAt, status, failure } = row
  const refused = status >= 400
  const events = [eventOf(row, 'BeginRequest', 'Started', startedAt)]
  if (endsAt === undefined || refused) {
    events.push(eventOf(row, 'EndRequest', refused ? 'Failed' : 'Succeeded', startedAt, status))
  } else {
    events.push(eventOf(row, 'EndRequest', 'Accepted', startedAt, status))
    if (endsAt <= now)
      events.push(eventOf(row, 'EndRequest', failure === undefined ? 'Succeeded' : 'Failed', endsAt))
  }
  return events.filter((event) => event.at + LATE_SECONDS * 1000 <= now)
}

/** Members and their order as in the published example; `resourceId`, `resourceType` and `category` by the schema. */
function eventOf(
  row: ActivityRow,
  name: 'BeginRequest' | 'EndRequest',
  state: Status,
  at: number,
  httpStatus?: number,
): ActivityEvent {
  const { action, scope, correlationId, caller, clientRequestId } = row
  const eventDataId = guidOf(`${correlationId}:${row.sequence}:${name}:${state}`)
  const [namespace = ''] = action.split('/')
  const resourceGroupName = scope.split('/')[4]
  const type = action.split('/').slice(0, -1).join('/')
  const sub = httpStatus === undefined ? undefined : SUB_STATUS[httpStatus]
  const body: JsonObject = {
    authorization: { action, scope },
    caller: caller.name,
    claims: claimsOf(row),
    correlationId,
    description: '',
    eventDataId,
    eventName: {
      value: name,
      localizedValue: name === 'BeginRequest' ? 'Begin request' : 'End request',
    },
    category: { value: 'Administrative', localizedValue: 'Administrative' },
    httpRequest: {
      ...(clientRequestId !== undefined && { clientRequestId }),
      clientIpAddress: CLIENT_ADDRESS,
      method: row.method,
    },
    id: `${scope}/events/${eventDataId}/ticks/${ticks(at)}`,
    level: state === 'Failed' ? 'Error' : 'Informational',
    ...(resourceGroupName !== undefined && { resourceGroupName }),
    resourceProviderName: plain(namespace),
    resourceId: scope,
    resourceType: plain(type),
    operationId: correlationId,
    operationName: plain(action),
    properties: propertiesOf(row, state, httpStatus),
    status: plain(state),
    subStatus:
      sub === undefined
        ? plain('')
        : { value: sub, localizedValue: `${spaced(sub)} (HTTP Status Code: ${httpStatus})` },
    eventTimestamp: new Date(at).toISOString(),
    submissionTimestamp: new Date(at + LATE_SECONDS * 1000).toISOString(),
    subscriptionId: scope.split('/')[2],
    tenantId: caller.tenantId,
  }
  return { at, body }
}

/** Texts, all of them, by the schema. The body of a request is left out: a key may be in it. */
function propertiesOf(
  { scope, action, failure }: ActivityRow,
  state: Status,
  httpStatus?: number,
): JsonObject {
  const sub = httpStatus === undefined ? undefined : SUB_STATUS[httpStatus]
  return {
    ...(sub !== undefined && { statusCode: sub }),
    ...(state === 'Failed' && failure !== undefined && { statusMessage: messageOf(failure, httpStatus) }),
    eventCategory: 'Administrative',
    entity: scope,
    message: action,
  }
}

/** The error of the answer, or what the operation resource says, as JSON in a text (unverified). */
function messageOf({ code, message }: { code: string; message: string }, httpStatus?: number): string {
  const error = { code, message }
  return JSON.stringify(httpStatus === undefined ? { status: 'Failed', error } : { error })
}

/** Claims of the token that tell who it was; the names are those of the published example. */
function claimsOf({ caller }: ActivityRow): JsonObject {
  return {
    'http://schemas.microsoft.com/identity/claims/objectidentifier': caller.objectId,
    'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn': caller.name,
    name: caller.name,
    ...(caller.tenantId !== undefined && {
      'http://schemas.microsoft.com/identity/claims/tenantid': caller.tenantId,
    }),
    ...(caller.appId !== undefined && { appid: caller.appId }),
  }
}

/** Of a range for documentation. */
const CLIENT_ADDRESS = '192.0.2.10'

const SUB_STATUS: Partial<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  204: 'NoContent',
  400: 'BadRequest',
  403: 'Forbidden',
  409: 'Conflict',
  429: 'TooManyRequests',
  500: 'InternalServerError',
}

function spaced(text: string): string {
  return text.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ')
}

function plain(value: string): JsonObject {
  return { value, localizedValue: value }
}

/** Hundreds of nanoseconds since the year 1. */
function ticks(at: number): string {
  return String(621_355_968_000_000_000n + BigInt(Math.round(at)) * 10_000n)
}
