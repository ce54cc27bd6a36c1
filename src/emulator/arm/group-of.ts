import type { GroupRow } from '../store/rows.ts'
import type { Answer } from './answer.ts'
import { segment, type Exchange } from './exchange.ts'
import { groupBeingDeleted, groupNotFound } from './refusals.ts'

/** The resource group of the path, as long as it is there: its row outlives it. */
export function groupOf(exchange: Exchange): GroupRow | undefined {
  const group = exchange.model.group(segment(exchange, 1), segment(exchange, 3))
  return group !== undefined && isThere(group, exchange.now) ? group : undefined
}

export function isThere(group: GroupRow, now: number): boolean {
  return group.goneAt === undefined || group.goneAt > now
}

/** Whether a deletion of the group is under way. */
export function isGoing(group: GroupRow, now: number): boolean {
  return group.goneAt !== undefined || (group.blockedUntil ?? 0) > now
}

/** The group for a write, or why nothing can be written in it: it is not there, or going. */
export function groupToWrite(
  exchange: Exchange,
): { group: GroupRow; refusal?: undefined } | { refusal: Answer } {
  const group = groupOf(exchange)
  if (group === undefined) return { refusal: groupNotFound(segment(exchange, 3)) }
  return isGoing(group, exchange.now) ? { refusal: groupBeingDeleted(group.name) } : { group }
}
