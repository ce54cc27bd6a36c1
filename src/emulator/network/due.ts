import { scaled } from '../arm/timing.ts'
import type { Due } from '../store/rows.ts'
import type { Draft, NetworkType } from './network-type.ts'

/**
 * What will change by the clock after this write: what its type settles, and what an earlier write still has to bring. A
 * failed write settles nothing. Where both speak of the same member, the newer write has the say.
 */
export function dueAfter(type: NetworkType, draft: Draft, endsAt: number, failed: boolean): Due[] {
  const { settings, now } = draft.exchange
  const fresh = failed
    ? []
    : (type.settles?.(draft) ?? []).map(({ after, merge }) => ({
        at: endsAt + scaled(after, settings.speed),
        merge,
      }))
  const restated = new Set(fresh.flatMap(({ merge }) => Object.keys(merge)))
  const unfinished = (draft.before?.row.due ?? []).filter(
    ({ at, merge }) => at > now && !Object.keys(merge).some((member) => restated.has(member)),
  )
  return [...unfinished, ...fresh].sort((one, other) => one.at - other.at)
}
