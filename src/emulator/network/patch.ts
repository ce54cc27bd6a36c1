import { ok, type Answer } from '../arm/answer.ts'
import type { Exchange } from '../arm/exchange.ts'
import { groupToWrite } from '../arm/group-of.ts'
import { resourceNotFound } from '../arm/refusals.ts'
import { settled } from '../store/living.ts'
import { isObject } from '../wire/read.ts'
import { refuseWhileBusy } from './busy.ts'
import { find } from './find.ts'
import type { NetworkType } from './network-type.ts'
import { addressOf } from './path.ts'
import { tagsIn } from './tags.ts'
import { bodyOf } from './view.ts'

/**
 * PATCH replaces the tags and nothing else: 200 with the whole resource, finished at once, no operation header (recorded
 * behaviour 2.2 and 7, also for the types the SDK treats as long-running). A write under way goes on, and the answer reads
 * `Updating`.
 */
export function patchTags(exchange: Exchange, type: NetworkType): Answer {
  const writable = groupToWrite(exchange)
  if (writable.refusal !== undefined) return writable.refusal
  const { group } = writable
  const address = addressOf(exchange, type, group)
  const at = find(exchange, address.id)
  if (at === undefined) return resourceNotFound(type.type, address.name, group.name)
  // Only what is going refuses its tags (assumed); another write under way does not.
  const refusal = at.state === 'Deleting' ? refuseWhileBusy(exchange, at.row.id) : undefined
  if (refusal !== undefined) return refusal
  const tags = isObject(exchange.body) ? tagsIn(exchange.body.tags) : undefined
  exchange.save({ ...settled(at.row, exchange.now), tags, etag: `W/"${exchange.newGuid()}"` })
  const now = find(exchange, at.row.id)
  const headers = type.notifies ? { 'Azure-AsyncNotification': 'Enabled' } : undefined
  return ok(now === undefined ? {} : bodyOf(exchange, now, 'get'), headers)
}
