import { keyOf } from '../../paths.ts'
import { rightWords } from '../../rights/words.ts'
import type { Right } from '../../rights/right.ts'
import type { Step } from '../answers.ts'
import { placeOf } from '../place.ts'
import { rightsNeeded } from '../rights-needed.ts'
import { rightKey, type NeededRight } from '../../wizard/needed-rights.ts'
import { advice, error, type Looked, type WizardCheck } from './check.ts'

/**
 * Rights, locks and the state of the subscription for every step of the run, known before the first. Who lacks a right, or meets a lock,
 * can plan all the same and hand the plan over: the review's button is what it stops.
 */
export function rightChecks(looked: Looked): WizardCheck[] {
  const { answers, around } = looked
  const at: readonly [Step, string] =
    answers.goal.gateway === 'existing' ? ['goal', 'gateway.existing'] : ['network', 'network.group']
  const disabled = subscriptionChecks(looked)
  if (disabled.length > 0) return disabled
  const seen = new Set<string>()
  return rightsNeeded(answers, around).flatMap((needed) => {
    const right = around.rights.get(rightKey(needed))
    const check = right && checkOf(right, needed, at, looked)
    // One lock or one switch stands in the way of all of them: it is said once.
    if (!check || seen.has(check.text)) return []
    seen.add(check.text)
    return [check]
  })
}

function checkOf(
  right: Right,
  { action, scope }: NeededRight,
  at: readonly [Step, string],
  { around }: Looked,
): WizardCheck | undefined {
  const words = rightWords(right, around.subscriptions)
  switch (right.is) {
    case 'allowed':
    case 'reading':
      return undefined
    case 'unknown':
      return advice(
        'unread-rights',
        at,
        'Your rights could not be read. Azure decides whether each step of the deployment is allowed.',
      )
    case 'missing':
      return advice(
        'rights',
        at,
        `${words?.what ?? ''} It lacks ${action} on ${scope}. ${words?.remedy ?? ''}`,
      )
    case 'locked':
      return advice('rights', at, `${words?.what ?? ''} ${words?.remedy ?? ''}`)
    case 'subscription':
      return error('subscription', at, `${words?.what ?? ''} ${words?.remedy ?? ''}`)
    case 'readOnly':
      // The plan can be made and exported all the same; nothing is sent.
      return advice('read-only', at, `${words?.what ?? ''} ${words?.remedy ?? ''}`)
    default:
      return right satisfies never
  }
}

/** States that take no writes (Azure documentation, subscription-states). */
function subscriptionChecks({ answers, around }: Looked): WizardCheck[] {
  const { subscriptionId } = placeOf(answers, around)
  const at: readonly [Step, string] =
    answers.goal.gateway === 'existing' ? ['goal', 'gateway.existing'] : ['network', 'network.subscriptionId']
  if (subscriptionId === '') return [error('subscription', at, 'Choose a subscription.')]
  const found = around.subscriptions.find((one) => keyOf(one.subscriptionId) === keyOf(subscriptionId))
  if (!found?.state || !/^(disabled|warned|expired|deleted)$/i.test(found.state)) return []
  const words = rightWords({ is: 'subscription', state: found.state })
  return [error('subscription', at, `${found.displayName}: ${words?.what ?? ''} ${words?.remedy ?? ''}`)]
}
