import type { Unreadable } from '../inventory.ts'
import { keyOf } from '../paths.ts'
import type { Surroundings } from './surroundings.ts'

/** Why the circuits of a subscription are not known: their list failed, or everything of it. `undefined` where they were read. */
export function circuitsUnread(
  subscriptionId: string,
  { estate }: Pick<Surroundings, 'estate'>,
): Unreadable | undefined {
  const scope = keyOf(`/subscriptions/${subscriptionId}`)
  return estate.unreadable.find(
    (one) =>
      keyOf(one.scope) === scope &&
      (keyOf(one.action) === 'microsoft.network/expressroutecircuits/read' || one.what === 'everything'),
  )
}
