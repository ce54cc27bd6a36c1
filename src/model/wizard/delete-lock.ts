import type { Right } from '../rights/right.ts'
import { isWithin } from '../rights/lock.ts'
import { rightWords } from '../rights/words.ts'
import type { Around } from './around.ts'
import type { Chosen } from './chosen.ts'
import { rightKey, type NeededRight } from './needed-rights.ts'

/** What is asked of the groups that new resources go into, to know whether they can be deleted there again. No run needs it. */
export function deletesAsked(groups: readonly Chosen[]): NeededRight[] {
  return groups.flatMap((group) =>
    group.is === 'existing' && group.id !== ''
      ? [{ action: 'Microsoft.Network/connections/delete', scope: group.id }]
      : [],
  )
}

/** What is said beside a group under a lock against deletion; one against changes is told among the rights. */
export function deleteLockWords(
  group: Chosen,
  { deletes, subscriptions }: Pick<Around, 'deletes' | 'subscriptions'>,
): string | undefined {
  const [asked] = deletesAsked([group])
  const right: Right | undefined = asked && deletes?.get(rightKey(asked))
  if (!asked || right?.is !== 'locked') return undefined
  const { level, scope } = right.lock
  // A lock on something in the group holds for that alone.
  if (level.toLowerCase() === 'readonly' || !isWithin(asked.scope, scope)) return undefined
  return `${rightWords(right, subscriptions)?.what ?? ''} What is made there cannot be removed while it stands, after a run that failed neither.`
}
