import { keyOf } from '../paths.ts'
import type { Right } from '../rights/right.ts'
import { rightWords } from '../rights/words.ts'
import type { Around } from './around.ts'
import { finding, type Finding } from './finding.ts'
import { rightKey, type NeededRight } from './needed-rights.ts'

/**
 * Rights, locks and the state of the subscription for every step of a run, known before the first. Who lacks a right, or meets a lock,
 * can plan all the same and hand the plan over: the review's button is what it stops.
 */
export function rightFindings(needed: readonly NeededRight[], around: Around): Finding[] {
  const seen = new Set<string>()
  return needed.flatMap((one) => {
    const right = around.rights.get(rightKey(one))
    const found = right && findingOf(right, one, around)
    // One lock or one switch stands in the way of all of them: it is said once.
    if (!found || seen.has(found.text)) return []
    seen.add(found.text)
    return [found]
  })
}

function findingOf(
  right: Right,
  { action, scope }: NeededRight,
  { subscriptions }: Around,
): Finding | undefined {
  const words = rightWords(right, subscriptions)
  switch (right.is) {
    case 'allowed':
    case 'reading':
      return undefined
    case 'unknown':
      return finding(
        'advice',
        'unread-rights',
        'Your rights could not be read. Azure decides whether each step of the deployment is allowed.',
      )
    case 'missing':
      return finding(
        'advice',
        'rights',
        `${words?.what ?? ''} It lacks ${action} on ${scope}. ${words?.remedy ?? ''}`,
      )
    case 'locked':
      return finding('advice', 'rights', `${words?.what ?? ''} ${words?.remedy ?? ''}`)
    case 'subscription':
      return finding('error', 'subscription', `${words?.what ?? ''} ${words?.remedy ?? ''}`)
    case 'readOnly':
      // The plan can be made and exported all the same; nothing is sent.
      return finding('advice', 'read-only', `${words?.what ?? ''} ${words?.remedy ?? ''}`)
    default:
      return right satisfies never
  }
}

/** States that take no writes (Azure documentation, subscription-states). */
export function subscriptionFindings(
  subscriptionId: string,
  { subscriptions }: Pick<Around, 'subscriptions'>,
): Finding[] {
  if (subscriptionId === '') return [finding('error', 'subscription', 'Choose a subscription.')]
  const found = subscriptions.find((one) => keyOf(one.subscriptionId) === keyOf(subscriptionId))
  if (!found?.state || !/^(disabled|warned|expired|deleted)$/i.test(found.state)) return []
  const words = rightWords({ is: 'subscription', state: found.state })
  return [
    finding('error', 'subscription', `${found.displayName}: ${words?.what ?? ''} ${words?.remedy ?? ''}`),
  ]
}
