import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { count, sentenceList } from '../../../model/format.ts'
import { typicalWords } from '../../../model/operations/durations.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import type { ChangeRow } from '../../../model/plan/change-rows.ts'
import type { Plan } from '../../../model/plan/plan.ts'
import { planTime } from '../../../model/plan/plan-time.ts'
import type { Answers } from '../../../model/site-to-site/answers.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useTypicalTimes } from '../../../queries/use-operations.ts'
import { useWizard } from '../wizard.ts'

interface PlanSentenceProps {
  plan: Plan
  rows: readonly ChangeRow[]
  answers: Answers
}

/** `8 resources in rg-net-sdc, Connectivity. Typically 38 min. Nothing that carries traffic today is touched.` */
export function PlanSentence({ plan, rows, answers }: PlanSentenceProps) {
  const { around } = useWizard()
  const typical = planTime(plan, useTypicalTimes())
  const demo = useDemo()
  const isFaster = demo !== undefined && demo.speed !== 'realistic'
  const subscription = around.subscriptions.find(
    ({ subscriptionId }) => keyOf(subscriptionId) === keyOf(plan.at.subscriptionId),
  )
  const touched = modifiedIn(rows)
  const existing = answers.goal.gateway === 'existing' ? answers.gateway.existing : ''
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
      ) : existing === '' ? (
        'Nothing that carries traffic today is touched.'
      ) : (
        <>
          <ResourceLink id={existing} name={nameOfId(existing)} /> gets{' '}
          {count(answers.sites.length, 'connection')} more; those it has are not changed.
        </>
      )}
    </>
  )
}

/** What is there already and is changed or deleted, for the change request too. */
export function modifiedIn(rows: readonly ChangeRow[]): { name: string; what: string }[] {
  return rows
    .filter(({ is }) => is === 'modify' || is === 'delete')
    .map(({ name, is, deltas }) => ({
      name,
      what: is === 'delete' ? 'deleted' : deltas.map(({ path, words }) => `${path}: ${words}`).join('; '),
    }))
}
