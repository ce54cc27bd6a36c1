import { guidOf } from '../clock.ts'
import type { Estate, PastActivity } from '../estates/estate.ts'
import { activityKey, type ActivityRow } from './rows.ts'

/** The estate's past as it is remembered: the same estate and time give the same rows. They count from below, oldest first. */
export function loadPast(estate: Estate, loadedAt: number): ActivityRow[] {
  const placed = (estate.past ?? [])
    .map((one) => ({ one, ...spanOf(one, estate, loadedAt) }))
    .sort((a, b) => a.startedAt - b.startedAt)
  return placed.map(({ one, startedAt, seconds }, index) => {
    const { scope, action, method, status, failure } = one
    const sequence = index - placed.length
    return {
      kind: 'activity',
      key: activityKey(sequence),
      sequence,
      correlationId: one.correlationId ?? guidOf(`past:${action}:${scope.toLowerCase()}:${sequence}`),
      action,
      scope,
      method,
      caller: one.caller,
      startedAt,
      status,
      ...(seconds !== undefined && { endsAt: startedAt + seconds * 1000 }),
      ...(failure !== undefined && { failure }),
    }
  })
}

function spanOf(
  { scope, when, seconds }: PastActivity,
  { running }: Estate,
  loadedAt: number,
): { startedAt: number; seconds: number | undefined } {
  if (when === 'running') {
    const operation = running.find(({ resourceId }) => resourceId.toLowerCase() === scope.toLowerCase())
    const ago = operation?.startedSecondsAgo ?? 0
    return { startedAt: loadedAt - ago * 1000, seconds: operation?.durationSeconds ?? seconds }
  }
  if ('at' in when) return { startedAt: when.at, seconds }
  return { startedAt: loadedAt - when.secondsAgo * 1000, seconds }
}
