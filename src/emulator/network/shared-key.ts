import { orderedFailure } from '../arm/faults.ts'
import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { groupOf, groupToWrite } from '../arm/group-of.ts'
import { startOperation } from '../arm/operations.ts'
import { groupNotFound, networkError, resourceNotFound } from '../arm/refusals.ts'
import { settled, type Living } from '../store/living.ts'
import { isObject, textAt } from '../wire/read.ts'
import { refuseWhileBusy, SET_SHARED_KEY } from './busy.ts'
import { keyChange } from './connection-changes.ts'
import { find } from './find.ts'
import { refuseKey } from './validate/connections.ts'

/** GET connections/{c}/sharedkey: `{ value }`, in clear. */
export function getSharedKey(exchange: Exchange): Answer {
  if (groupOf(exchange) === undefined) return groupNotFound(segment(exchange, 3))
  const at = connectionOf(exchange)
  if (at === undefined) return missing(exchange)
  return ok({ value: textAt(at.properties.sharedKey) ?? '' })
}

/** PUT connections/{c}/sharedkey: 200, empty body, `Azure-AsyncOperation`, about 40 s (recorded behaviour 2.2). */
export function putSharedKey(exchange: Exchange): Answer {
  const { refusal } = groupToWrite(exchange)
  if (refusal !== undefined) return refusal
  const at = connectionOf(exchange)
  if (at === undefined) return missing(exchange)
  const value = isObject(exchange.body) ? textAt(exchange.body.value) : undefined
  if (value === undefined || value === '') {
    return networkError(400, 'InvalidRequestFormat', 'Cannot parse the request.')
  }
  const refused = refuseKey(at.row.id, value)
  if (refused !== undefined) return refused
  const busy = refuseWhileBusy(exchange, at.row.id)
  if (busy !== undefined) return busy
  const failure = orderedFailure(exchange)
  const operation = startOperation(exchange, {
    seconds: 40,
    location: at.row.location ?? '',
    announces: ['Azure-AsyncOperation'],
    resultStatus: 200,
    retryAfter: 10,
    notifies: true,
    failure,
    succeedsWith: {},
  })
  const base = settled(at.row, exchange.now)
  exchange.save({
    ...base,
    write: {
      operationId: operation.row.operationId,
      name: SET_SHARED_KEY,
      shows: 'Updating',
      endsAt: operation.row.endsAt,
      endsIn: failure === undefined ? 'Succeeded' : 'Failed',
    },
    // One that failed has left the key as it was.
    due: failure === undefined ? [...base.due, keyChange(at, value, operation.row.endsAt)] : base.due,
  })
  return { status: 200, headers: operation.headers }
}

function connectionOf(exchange: Exchange): Living | undefined {
  return find(
    exchange,
    `/subscriptions/${segment(exchange, 1)}/resourceGroups/${segment(exchange, 3)}/providers/Microsoft.Network/connections/${segment(exchange, 7)}`,
  )
}

function missing(exchange: Exchange): Answer {
  return resourceNotFound('connections', segment(exchange, 7), segment(exchange, 3))
}
