import type { Verdict } from '../status/verdict.ts'
import type { Activity } from './activity.ts'

/** An operation that nobody has told the end of for so long is not one that runs. */
const LONGEST = 3 * 3_600_000

/** What was done, in Azure's words where it has some: `Reset gateway`, else `connections/sharedKey/write`. */
export function activityName({ operation, operationWords }: Activity): string {
  return operationWords ?? operation.replace(/^microsoft\.\w+\//i, '')
}

/** @param now milliseconds since the epoch */
export function activityVerdict({ status, startedAt }: Activity, now: number): Verdict {
  switch (status.toLowerCase()) {
    case 'succeeded':
      return 'healthy'
    case 'failed':
      return 'attention'
    case 'started':
    case 'accepted':
      return now - startedAt < LONGEST ? 'inProgress' : 'unknown'
    default:
      return 'unknown'
  }
}
