import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { readActivity } from '../azure/diagnostics/activity.ts'
import { HubFailure } from '../model/errors.ts'
import { keys } from './keys.ts'

const FRESH = 60_000
const DAY = 86_400_000
/** Azure refuses a start that is older, and its clock may be ahead of this one. */
const FURTHEST = 90 * DAY - 10 * 60_000

/** How far back one can look; Azure keeps 90 days. */
export const ACTIVITY_DAYS = [7, 30, 90] as const
export type ActivityDays = (typeof ACTIVITY_DAYS)[number]

/** What was done to a resource in the last days, the newest first. */
export function activityQuery(azure: Azure, id: string, days: ActivityDays) {
  return queryOptions({
    queryKey: keys.activity(id, days),
    queryFn: async ({ signal }) => {
      const to = Date.now()
      const read = await readActivity(azure, id, { from: to - Math.min(days * DAY, FURTHEST), to }, signal)
      if (!read.ok) throw new HubFailure(read.error)
      return read.value
    },
    staleTime: FRESH,
    retry: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
  })
}
