import type { Answer } from '../../arm/answer.ts'
import type { Exchange } from '../../arm/exchange.ts'
import { segment } from '../../arm/exchange.ts'
import { orderedFailure } from '../../arm/faults.ts'
import { groupOf, groupToWrite } from '../../arm/group-of.ts'
import { startOperation } from '../../arm/operations.ts'
import { childNotFound, groupNotFound, networkError, resourceNotFound } from '../../arm/refusals.ts'
import { settled, type Living } from '../../store/living.ts'
import type { OperationFailure, SettledState } from '../../store/rows.ts'
import type { Json, JsonObject } from '../../wire/json.ts'
import { refuseWhileBusy } from '../busy.ts'
import { find } from '../find.ts'

/** What an action asks of its resource. It is given only resources that are there. */
export type Action = (exchange: Exchange, at: Living) => Answer

/**
 * An action that reads: also while a write is under way.
 * @param target the type it is of, `vpnGateways/vpnConnections`
 */
export function reads(target: string, action: Action): (exchange: Exchange) => Answer {
  return (exchange) => {
    if (groupOf(exchange) === undefined) return groupNotFound(segment(exchange, 3))
    const at = find(exchange, idOf(exchange, target))
    return at === undefined ? missing(exchange, target) : action(exchange, at)
  }
}

/** An action that changes something: refused while a write is under way, as a PUT is. */
export function changes(target: string, action: Action): (exchange: Exchange) => Answer {
  return (exchange) => {
    const { refusal } = groupToWrite(exchange)
    if (refusal !== undefined) return refusal
    const at = find(exchange, idOf(exchange, target))
    if (at === undefined) return missing(exchange, target)
    return refuseWhileBusy(exchange, at.row.id) ?? action(exchange, at)
  }
}

/** 202 `null` and `Location`, alone but for `both`; the result is there at the end (ARM contract 7.2). */
export function answerLater(
  exchange: Exchange,
  at: Living,
  {
    seconds,
    result,
    notifies = true,
    both = false,
  }: { seconds: number; result: Json; notifies?: boolean; both?: boolean },
): Answer {
  const operation = startOperation(exchange, {
    seconds,
    location: regionOf(exchange, at),
    announces: both ? ['Azure-AsyncOperation', 'Location'] : ['Location'],
    resultStatus: 200,
    retryAfter: 10,
    notifies,
    failure: orderedFailure(exchange),
    succeedsWith: both ? { output: result } : undefined,
    result,
  })
  return { status: 202, body: null, headers: operation.headers }
}

export interface Change {
  /** As ARM names it in messages; assumed after the pattern of PUT. */
  name: string
  seconds: number
  notifies?: boolean
  /** `null` where there is nothing to tell. */
  result?: Json
  failure?: OperationFailure
  /** What is different at the end: in properties, and in what no answer shows. Not when it failed. */
  brings?: (endsAt: number) => { properties?: JsonObject; inside?: JsonObject }
  /** What is different from now on. */
  inside?: (endsAt: number) => JsonObject
  properties?: JsonObject
  /** `Location` alone announces it. */
  silent?: true
  /** It ends `Succeeded` whatever it was before. */
  repairs?: true
}

/**
 * 202 with an empty body and both operation headers; the resource reads `Updating` and takes no other write meanwhile. The
 * result is there at the end, `null` for most (ARM contract 7.2).
 */
export function change(exchange: Exchange, at: Living, what: Change): Answer {
  const { name, seconds, notifies = true, result = null } = what
  const failure = orderedFailure(exchange) ?? what.failure
  const operation = startOperation(exchange, {
    seconds,
    location: regionOf(exchange, at),
    announces: what.silent ? ['Location'] : ['Azure-AsyncOperation', 'Location'],
    resultStatus: 200,
    retryAfter: 10,
    notifies,
    failure,
    succeedsWith: result === null ? {} : { output: result },
    result,
  })
  const { endsAt, operationId } = operation.row
  const base = settled(at.row, exchange.now)
  const { properties = {}, inside } = failure === undefined ? (what.brings?.(endsAt) ?? {}) : {}
  exchange.save({
    ...base,
    properties: { ...base.properties, ...what.properties },
    inside: { ...base.inside, ...what.inside?.(endsAt) },
    etag: `W/"${exchange.newGuid()}"`,
    nextEtag: { at: endsAt, etag: `W/"${exchange.newGuid()}"` },
    write: {
      operationId,
      name,
      shows: 'Updating',
      endsAt,
      endsIn: what.repairs ? 'Succeeded' : before(base.state),
    },
    due: [...base.due, { at: endsAt, merge: properties, ...(inside && { inside }) }],
  })
  return { status: 202, headers: operation.headers }
}

/** An action leaves the state as it found it (assumed). */
function before(state: string): SettledState {
  return state === 'Failed' || state === 'Canceled' ? state : 'Succeeded'
}

/** Code documented for a body of the wrong shape; which one an action sends is assumed. */
export function unreadable(): Answer {
  return networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.')
}

/** What the path names, down to the depth of the target's type: every second segment from the seventh is a name. */
function idOf(exchange: Exchange, target: string): string {
  const path = target.split('/').map((type, index) => `${type}/${segment(exchange, 7 + 2 * index)}`)
  return (
    `/subscriptions/${segment(exchange, 1)}/resourceGroups/${segment(exchange, 3)}/providers/Microsoft.Network/` +
    path.join('/')
  )
}

function missing(exchange: Exchange, target: string): Answer {
  const [root = ''] = target.split('/')
  const parent = root === target ? undefined : find(exchange, idOf(exchange, root))
  return parent === undefined
    ? resourceNotFound(root, segment(exchange, 7), segment(exchange, 3))
    : childNotFound(idOf(exchange, target))
}

/** A child has no location of its own: its operations run where the resource at the top is. */
export function regionOf(exchange: Exchange, { row }: Living): string {
  return row.location ?? find(exchange, row.id.split('/').slice(0, 9).join('/'))?.row.location ?? ''
}
