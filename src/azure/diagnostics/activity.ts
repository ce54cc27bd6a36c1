import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { ok, type Result } from '../../lib/result.ts'
import type { Activity } from '../../model/diagnostics/activity.ts'
import type { HubError } from '../../model/errors.ts'
import { keyOf } from '../../model/paths.ts'
import { parseJson } from '../arm-error.ts'
import type { Azure } from '../azure.ts'
import { object, text } from '../from-wire/read.ts'
import { masked } from '../mask.ts'

export interface ActivityRange {
  /** Milliseconds since the epoch; Azure keeps 90 days. */
  from: number
  to: number
}

/**
 * What the activity log of Azure Monitor has of one resource, the newest first. The log is the subscription's; its pages may
 * be empty (ARM contract 12.9).
 */
export async function readActivity(
  { ask }: Pick<Azure, 'ask'>,
  id: string,
  { from, to }: ActivityRange,
  signal?: AbortSignal,
): Promise<Result<Activity[], HubError>> {
  const filter =
    `eventTimestamp ge '${new Date(from).toISOString()}' and eventTimestamp le '${new Date(to).toISOString()}'` +
    ` and resourceUri eq '${id.replaceAll("'", "''")}'`
  const [, , subscriptionId] = id.split('/')
  const events = await ask.pages(
    `/subscriptions/${subscriptionId}/providers/Microsoft.Insights/eventtypes/management/values`,
    { $filter: filter },
    signal,
  )
  return events.ok ? ok(activitiesOf(events.value)) : events
}

/** Joins events by correlation id, operation and resource; one without a time or a name is left out. */
export function activitiesOf(events: readonly JsonObject[]): Activity[] {
  const found = new Map<string, { activity: Activity; rank: number }>()
  for (const event of events) {
    const read = activityOf(event)
    if (!read) continue
    const { activity } = read
    const key = [activity.correlationId, activity.operation, activity.resourceId].map(keyOf).join(' ')
    const known = found.get(key)
    found.set(key, known ? joined(known, read) : read)
  }
  return [...found.values()].map(({ activity }) => activity).sort((a, b) => b.startedAt - a.startedAt)
}

interface Read {
  activity: Activity
  /** Of two events of one moment the later step tells the status. */
  rank: number
}

const RANKS: Record<string, number> = { started: 0, accepted: 1 }

function activityOf(event: JsonObject): Read | undefined {
  const at = Date.parse(text(event.eventTimestamp) ?? '')
  const operation = named(event.operationName)
  const status = named(event.status)
  if (Number.isNaN(at) || operation === undefined) return undefined
  const words = localized(event.operationName)
  const caller = text(event.caller)
  const created = named(event.subStatus)?.toLowerCase() === 'created'
  const said = messageIn(object(event.properties).statusMessage)
  return {
    rank: RANKS[status?.toLowerCase() ?? 'started'] ?? 2,
    activity: {
      correlationId: text(event.correlationId) ?? text(event.operationId) ?? text(event.eventDataId) ?? '',
      operation,
      ...(words !== undefined && words !== operation && { operationWords: words }),
      status: status ?? 'Unknown',
      resourceId: text(event.resourceId) ?? text(object(event.authorization).scope) ?? '',
      ...(caller !== undefined && { caller }),
      ...(created && { created: true as const }),
      startedAt: at,
      endedAt: at,
      ...(said !== undefined && { statusMessage: said }),
    },
  }
}

function joined(one: Read, other: Read): Read {
  const [a, b] = [one.activity, other.activity]
  const later = b.endedAt - a.endedAt || other.rank - one.rank
  const [last, first] = later > 0 ? [other, one] : [one, other]
  return {
    rank: last.rank,
    activity: {
      ...first.activity,
      ...last.activity,
      startedAt: Math.min(a.startedAt, b.startedAt),
      endedAt: Math.max(a.endedAt, b.endedAt),
    },
  }
}

/** Members that are enumerations come as `{ value, localizedValue }`. */
function named(value: Json | undefined): string | undefined {
  return text(isJsonObject(value) ? value.value : value)
}

function localized(value: Json | undefined): string | undefined {
  return text(object(value).localizedValue)
}

/** An error as JSON in a text, or plain words (unverified); ids and keys in it are cut. */
function messageIn(value: Json | undefined): string | undefined {
  const said = text(value)
  if (said === undefined) return undefined
  const parsed = parseJson(said)
  if (!isJsonObject(parsed)) return masked(said)
  const error = object(parsed.error ?? parsed)
  const [code, message] = [text(error.code), text(error.message)]
  if (message === undefined) return masked(code ?? said)
  return masked(code === undefined ? message : `${code}: ${message}`)
}
