import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import type { Inventories } from '../azure/inventories.ts'
import { latest, nextFrame, type Schedule } from './frame.ts'
import { knownInventories } from './inventory-cache.ts'
import { keys } from './keys.ts'

/** A reading that somebody came from is worth the memory for half an hour. */
const KEPT = 30 * 60_000

/** Many subscriptions in one reading, in the cache as it arrives. Statuses come after it: `statusesQuery`. */
export function inventoriesQuery(
  azure: Azure,
  subscriptionIds: readonly string[],
  schedule: Schedule = nextFrame,
) {
  const queryKey = keys.together(subscriptionIds)
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const previous = knownInventories(client, subscriptionIds)
      const flush = latest(schedule, (snapshot: () => Inventories) => {
        if (!signal.aborted) client.setQueryData(queryKey, snapshot())
      })
      try {
        return await azure.inventories(subscriptionIds, { signal, previous, onProgress: flush.offer })
      } finally {
        flush.stop()
      }
    },
    staleTime: Infinity,
    refetchOnMount: false,
    gcTime: KEPT,
    retry: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
    refetchOnReconnect: false,
    // Comparing ten thousand resources member by member at each frame would cost more than drawing them.
    structuralSharing: false,
  })
}
