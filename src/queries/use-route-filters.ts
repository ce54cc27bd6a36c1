import { useQuery } from '@tanstack/react-query'
import { keyOf, nameOfId } from '../model/paths.ts'
import { collectionQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'

/**
 * The route filters of a subscription, to choose one from; one that is chosen and is elsewhere stays among them.
 * @param chosen ARM id, or empty
 */
export function useRouteFilters(
  subscriptionId: string,
  chosen: string,
): {
  filters: readonly { id: string; name: string }[]
  /** As the list spells its id. */
  chosen: string
  /** What stands below the field. */
  hint: string
} {
  const { data, error, isPending } = useQuery(
    collectionQuery(useAzure(), `/subscriptions/${subscriptionId}/providers/Microsoft.Network/routeFilters`),
  )
  const found = (data ?? []).map(({ id, name }) => ({ id, name }))
  const listed = found.find(({ id }) => keyOf(id) === keyOf(chosen))
  return {
    filters: chosen === '' || listed ? found : [...found, { id: chosen, name: nameOfId(chosen) }],
    chosen: listed?.id ?? chosen,
    hint:
      error !== null
        ? `The route filters could not be read: ${error.message}`
        : isPending
          ? 'Reading the route filters'
          : 'Which of Microsoft’s services it takes',
  }
}
