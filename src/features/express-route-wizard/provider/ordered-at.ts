import type { PlanRun } from '../../../model/deployments/run.ts'
import { keyOf } from '../../../model/paths.ts'

/** When this browser had a circuit made, milliseconds since the epoch; `undefined` where another did. */
export function orderedAt(circuitId: string, runs: readonly PlanRun[]): number | undefined {
  const key = keyOf(circuitId)
  const done = runs
    .flatMap(({ operations }) => operations)
    .find(({ targetId, state }) => state === 'succeeded' && keyOf(targetId) === key)
  return done?.at
}
