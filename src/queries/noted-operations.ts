import { topOf } from '../model/edits/held-by.ts'
import { workSeenOn } from '../model/operations/noted-verbs.ts'
import { isRunning, type ListedOperation, type NotedOperation } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'

/** What others have under way is followed up to here. */
const MOST_NOTED = 20

/** What is new of what others have under way, as the resources tell: not what is listed as running, nor what ended after they were read. */
export function newlyNoted(
  list: readonly ListedOperation[],
  resources: readonly Resource[],
): NotedOperation[] {
  const running = list.filter(isRunning)
  const known = new Set(running.flatMap((one) => (one.by === 'browser' ? one.write.holds : keyOf(one.id))))
  const ended = new Map(list.map((one) => [keyOf(one.id), one.state.is === 'running' ? 0 : one.state.at]))
  const room = MOST_NOTED - running.filter(({ by }) => by === 'azure').length
  return resources
    .filter(({ key, readAt }) => !known.has(key) && !known.has(topOf(key)) && readAt > (ended.get(key) ?? 0))
    .flatMap((resource): NotedOperation[] => {
      const work = workSeenOn(resource)
      if (work === undefined) return []
      const { id, name, key, readAt } = resource
      return [
        {
          key: `noted ${key}`,
          id,
          name,
          startedAt: readAt,
          by: 'azure',
          provisioningState: work.state,
          ...(work.of === 'router' && { of: work.of }),
          state: { is: 'running', step: 'running' },
        },
      ]
    })
    .slice(0, Math.max(0, room))
}
