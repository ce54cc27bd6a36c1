import { useMemo } from 'react'
import type { PlanValidation } from '../model/deployments/validation.ts'
import { changeRequestOf } from '../model/plan/change-request.ts'
import { type ChangeRow, changeRows } from '../model/plan/change-rows.ts'
import type { Check } from '../model/plan/check.ts'
import { modifiedIn } from '../model/plan/modified-in.ts'
import type { Plan } from '../model/plan/plan.ts'
import { exportsOf, type PlanExports } from './plan-exports.ts'
import type { Estate } from '../model/estate.ts'
import { keyOf } from '../model/paths.ts'
import { provisioningReasons } from '../model/status/provisioning.ts'
import { useDemo } from './use-demo.ts'
import { useNeedOf } from './use-edits.ts'
import { useEstate } from './use-estate.ts'
import { useTypicalTimes } from './use-operations.ts'
import { usePlanTime } from './use-plan-time.ts'
import { useValidation } from './use-run.ts'

interface PlanReview {
  plan: Plan
  validation: PlanValidation
  /** Asks Azure anew. */
  validate: () => void
  /** As Azure foresees it once it has said so, else as planned. */
  rows: readonly ChangeRow[]
  /** `changeRequest` is Markdown. */
  code: PlanExports & { changeRequest: string }
  time: ReturnType<typeof usePlanTime>
  /** Nothing of its subscription is sent until somebody signs in. */
  needsSignIn: boolean
  isDemo: boolean
}

/**
 * All that the review of a plan shows but its picture.
 * @param checks of the answers; advice goes into the change request
 */
export function usePlanReview(
  plan: Plan,
  checks: readonly Pick<Check<string, never>, 'is' | 'text'>[],
): PlanReview {
  const { validation, again } = useValidation(plan)
  const typicalOf = useTypicalTimes()
  const foreseen =
    validation.is === 'accepted' && validation.changes.ok ? validation.changes.value : undefined
  const { estate } = useEstate()
  const rows = useMemo(
    () => changeRows(plan, foreseen, { typicalOf, hasFailed: (id) => hasFailed(id, estate) }),
    [plan, foreseen, typicalOf, estate],
  )
  const code = useMemo(
    () => ({
      ...exportsOf(plan),
      changeRequest: changeRequestOf(plan, {
        findings: checks.filter(({ is }) => is === 'advice'),
        modified: modifiedIn(rows),
        typicalOf,
      }),
    }),
    [plan, checks, rows, typicalOf],
  )
  return {
    plan,
    validation,
    validate: again,
    rows,
    code,
    time: usePlanTime(plan),
    needsSignIn: useNeedOf(`/subscriptions/${plan.at.subscriptionId}`) !== undefined,
    isDemo: useDemo() !== undefined,
  }
}

function hasFailed(id: string, { resources }: Pick<Estate, 'resources'>): boolean {
  const found = resources.get(keyOf(id))
  return provisioningReasons(found?.provisioningState)[0]?.verdict === 'attention'
}
