import { useState } from 'react'
import { type PlanRun, runOfTheSame } from '../model/deployments/run.ts'
import type { Plan } from '../model/plan/plan.ts'
import { useRuns, useStartRun } from './use-run.ts'

interface Again {
  run: PlanRun
  /** Of the wizard's draft as it is now: what is left. */
  plan: Plan
  secrets: Readonly<Record<string, string>>
  checks: readonly { is: 'error' | 'advice' }[]
  draft: string | undefined
}

/**
 * Begins what is left of a run once more, as it was reviewed.
 * @param onBegun has the key of the new run
 * @returns `undefined` where that is not possible: another draft, something to put right first, or a run of the same already
 */
export function useRunAgain(
  { run, plan, secrets, checks, draft }: Again,
  onBegun: (key: string) => void,
): (() => void) | undefined {
  const start = useStartRun()
  const same = runOfTheSame(useRuns(), { ids: plan.resources.map(({ id }) => id), draft })
  const [begun, setBegun] = useState(false)
  const isPossible =
    draft !== undefined &&
    draft === run.origin.draft &&
    plan.resources.length > 0 &&
    same === undefined &&
    !checks.some(({ is }) => is === 'error')
  if (!isPossible) return undefined
  return () => {
    // A second press would be a second deployment.
    if (begun) return
    setBegun(true)
    onBegun(start(plan, secrets, run.origin))
  }
}
