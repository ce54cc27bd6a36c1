import type { Operation } from './operation.ts'

const DAY = 24 * 3_600_000

/** By when it was started, in days back. */
export const PERIODS = [
  { id: 'day', label: 'last 24 hours', length: DAY },
  { id: 'week', label: 'last 7 days', length: 7 * DAY },
  { id: 'all', label: 'last 30 days', length: 30 * DAY },
] as const

export type Period = (typeof PERIODS)[number]['id']

export type EndedAs = 'any' | 'succeeded' | 'failed' | 'unknown'

export interface EndedFilter {
  period: Period
  endedAs: EndedAs
}

/** Those that ended so and were started in the period, in the order given. */
export function filterEnded(
  operations: readonly Operation[],
  { period, endedAs }: EndedFilter,
  now: number,
): Operation[] {
  const length = PERIODS.find(({ id }) => id === period)?.length ?? 0
  return operations.filter(
    ({ startedAt, state }) => now - startedAt <= length && (endedAs === 'any' || state.is === endedAs),
  )
}
