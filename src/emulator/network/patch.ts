import { ok, type Answer } from '../arm/answer.ts'
import { segment, type Exchange } from '../arm/exchange.ts'
import { groupNotFound, resourceNotFound } from '../arm/refusals.ts'
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
 * behaviour 2.2 and 7, also for the types the SDK treats as long-running).
 */
export function patchTags(exchange: Exchange, type: NetworkType): Answer {
  const group = exchange.model.group(segment(exchange, 1), segment(exchange, 3))
  if (group === undefined) return groupNotFound(segment(exchange, 3))
  const address = addressOf(exchange, type, group)
  const at = find(exchange, address.id)
  if (at === undefined) return resourceNotFound(type.type, address.name, group.name)
  const busy = refuseWhileBusy(exchange, at.row.id)
  if (busy !== undefined) return busy
  const tags = isObject(exchange.body) ? tagsIn(exchange.body.tags) : undefined
  exchange.save({ ...settled(at.row, exchange.now), tags, etag: `W/"${exchange.newGuid()}"` })
  const now = find(exchange, at.row.id)
  const headers = type.notifies ? { 'Azure-AsyncNotification': 'Enabled' } : undefined
  return ok(now === undefined ? {} : bodyOf(exchange, now, 'get'), headers)
}
