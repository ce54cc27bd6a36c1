import type { TypicalTime } from '../model/operations/durations.ts'
import type { Plan } from '../model/plan/plan.ts'
import { planTime } from '../model/plan/plan-time.ts'
import { useDemo } from './use-demo.ts'
import { useTypicalTimes } from './use-operations.ts'

/** How long a plan takes on Azure; `undefined` where nobody knows. `isFaster`: the demo does not take that long. */
export function usePlanTime(plan: Pick<Plan, 'resources'>): {
  typical: TypicalTime | undefined
  isFaster: boolean
} {
  const demo = useDemo()
  return {
    typical: planTime(plan, useTypicalTimes()),
    isFaster: demo !== undefined && demo.speed !== 'realistic',
  }
}
