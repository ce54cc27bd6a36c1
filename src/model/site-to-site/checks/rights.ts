import { rightFindings, subscriptionFindings } from '../../wizard/right-findings.ts'
import type { Step } from '../answers.ts'
import { placeOf } from '../place.ts'
import { rightsNeeded } from '../rights-needed.ts'
import { fromFinding, type Looked, type WizardCheck } from './check.ts'

/** Rights, locks and the state of the subscription for every step of the run, known before the first. */
export function rightChecks({ answers, around }: Looked): WizardCheck[] {
  const at: readonly [Step, string] =
    answers.goal.gateway === 'existing' ? ['goal', 'gateway.existing'] : ['network', 'network.group']
  const disabled = subscriptionFindings(placeOf(answers, around).subscriptionId, around)
  if (disabled.length > 0)
    return disabled.map((one) =>
      fromFinding(
        one,
        answers.goal.gateway === 'existing' ? at : ['network', 'network.subscriptionId'],
        around,
      ),
    )
  return rightFindings(rightsNeeded(answers, around), around).map((one) => fromFinding(one, at, around))
}
