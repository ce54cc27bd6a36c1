import { innerErrors } from '../errors.ts'
import { progressOf } from './progress.ts'
import type { PlanRun } from './run.ts'

/** What Azure answers while something else is under way: the same goes through later (VPN Gateway reference 5.5). */
const BUSY: ReadonlySet<string> = new Set([
  'anotheroperationinprogress',
  'referencedresourcenotprovisioned',
  'retryableerror',
  'retryableerrorduetoanotheroperation',
  'toomanyrequests',
])

/** Whether all that a run failed for is another operation, so that it can be begun again as it is. */
export function wasBusy(run: PlanRun): boolean {
  if (run.state.is !== 'failed') return false
  const failed = progressOf(run).flatMap(({ progress }) =>
    progress.is === 'failed' ? innerErrors(progress.error) : [],
  )
  const errors = failed.length > 0 ? failed : innerErrors(run.state.error)
  return errors.every(({ code }) => BUSY.has(code.toLowerCase()))
}
