import { useQuery } from '@tanstack/react-query'
import type { NotedOperation } from '../../model/operations/operation.ts'
import { startedBy } from '../../model/operations/words.ts'
import { activityQuery } from '../../queries/activity-query.ts'
import { useAzure } from '../../queries/use-azure.ts'

/** Who began what this browser did not: asked of the activity log when somebody looks, and left open where that is refused. */
export function StartedElsewhere({ operation }: { operation: NotedOperation }) {
  const { data } = useQuery(activityQuery(useAzure(), operation.id, 7))
  return <bdi>{startedBy(operation, data)}</bdi>
}
