import type { ReactNode } from 'react'
import { count, sentenceList } from '../../../model/format.ts'
import type { Subscription } from '../../../model/inventory.ts'
import { typicalWords } from '../../../model/operations/durations.ts'
import { keyOf } from '../../../model/paths.ts'
import type { ChangeRow } from '../../../model/plan/change-rows.ts'
import { modifiedIn } from '../../../model/plan/modified-in.ts'
import type { Plan } from '../../../model/plan/plan.ts'
import type { PlanTime } from '../RunningSummary.tsx'

interface PlanSentenceProps {
  plan: Plan
  rows: readonly ChangeRow[]
  time: PlanTime
  subscriptions: readonly Subscription[]
  /** What it means for what is there, where nothing of that is changed. */
  effect: ReactNode
}

/** `8 resources in rg-net-sdc, Connectivity. Typically 38 min. Nothing that carries traffic today is touched.` */
export function PlanSentence({ plan, rows, time, subscriptions, effect }: PlanSentenceProps) {
  const { typical, isFaster } = time
  const subscription = subscriptions.find(
    ({ subscriptionId }) => keyOf(subscriptionId) === keyOf(plan.at.subscriptionId),
  )
  const touched = modifiedIn(rows)
  return (
    <>
      {count(plan.resources.length, 'resource')} in {plan.groups.length > 0 ? 'the new resource group ' : ''}
      <bdi>{plan.at.resourceGroup}</bdi>
      {subscription && (
        <>
          , <bdi>{subscription.displayName}</bdi>
        </>
      )}
      .{' '}
      {typical
        ? `Typically ${typicalWords(typical)}${isFaster ? ' on Azure; the demo is faster' : ''}.`
        : 'How long it takes is not known.'}{' '}
      {touched.length > 0 ? (
        <>
          What is there today and is changed: <bdi>{sentenceList(touched.map(({ name }) => name))}</bdi>.
        </>
      ) : (
        effect
      )}
    </>
  )
}
