import type { Answer } from '../arm/answer.ts'
import type { Exchange } from '../arm/exchange.ts'
import { orderedFailure } from '../arm/faults.ts'
import { groupToWrite } from '../arm/group-of.ts'
import { startOperation } from '../arm/operations.ts'
import { refuseWhileBusy } from './busy.ts'
import { markDeleting } from './children.ts'
import { find } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { addressOf } from './path.ts'

/**
 * DELETE: 202, empty, both operation headers; 204 at once for what is not there (recorded behaviour 1.2). What is in use
 * is refused with 400, what is busy with 429 (ARM contract 5).
 */
export function remove(exchange: Exchange, type: NetworkType): Answer {
  const writable = groupToWrite(exchange)
  if (writable.refusal !== undefined) return writable.refusal
  const { group } = writable
  const at = find(exchange, addressOf(exchange, type, group).id)
  if (at === undefined) return { status: 204 }
  const refusal = type.holds?.(at, exchange) ?? refuseWhileBusy(exchange, at.row.id)
  if (refusal !== undefined) return refusal

  const failure = orderedFailure(exchange)
  const root = exchange.model.resource(at.row.id.split('/').slice(0, 9).join('/'))
  const operation = startOperation(exchange, {
    seconds: type.seconds.remove,
    location: root?.location ?? group.location,
    announces: ['Azure-AsyncOperation', 'Location'],
    resultStatus: 204,
    retryAfter: type.retryAfter,
    notifies: type.notifies,
    failure,
  })
  markDeleting(exchange, at.row, {
    operationId: operation.row.operationId,
    name: `Delete${type.noun}Operation`,
    shows: 'Deleting',
    endsAt: operation.row.endsAt,
    endsIn: failure === undefined ? 'Succeeded' : 'Failed',
  })
  if (failure === undefined) type.departs?.(at, exchange, operation.row.endsAt)
  return { status: 202, headers: operation.headers }
}
