import { useQueryClient } from '@tanstack/react-query'
import { keyOf } from '../model/paths.ts'
import { keys } from './keys.ts'
import { type DemoPath, type DemoPathCondition, useDemo } from './use-demo.ts'

/**
 * Sets what is at the far end of a circuit's links, and reads anew what it changes; `undefined` on Azure, and where nothing can be changed.
 * @param around ids of its private peering, and of its connections and gateways
 */
export function useCircuitFarEnds(
  circuitId: string,
  around: readonly string[],
): ((path: DemoPath, is: DemoPathCondition) => Promise<void>) | undefined {
  const demo = useDemo()
  const client = useQueryClient()
  if (demo === undefined || demo.opened?.readOnly === true) return undefined
  return async (path, is) => {
    await demo.setCircuitPath(circuitId, path, is)
    await Promise.all(
      [circuitId, ...around].flatMap((id) => [
        // What is looked at is asked anew at once, the rest when somebody looks.
        client.resetQueries({ queryKey: ['question', keyOf(id)] }),
        client.invalidateQueries({ queryKey: keys.resource(id) }),
      ]),
    )
  }
}
