import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import type { Inventories } from '../azure/inventories.ts'
import { breath, latest, spaced } from './frame.ts'
import { knownInventories } from './inventory-cache.ts'
import { estateOf } from './joined.ts'
import { keys } from './keys.ts'
import { sharedSubscriptions } from './shared.ts'

/** A reading that somebody came from is worth the memory for half an hour. */
const KEPT = 30 * 60_000

/** Between two times that what has arrived is drawn: each filters and sorts the whole list anew. */
const EVERY = 400

/**
 * Many subscriptions in one reading, in the cache as it arrives. A few rows are taken in and joined up at a time, so that
 * no one task is long, and drawn now and then. Statuses come after it: `statusesQuery`.
 */
export function inventoriesQuery(azure: Azure, subscriptionIds: readonly string[]) {
  const queryKey = keys.together(subscriptionIds)
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const previous = knownInventories(client, subscriptionIds)
      const draw = latest(spaced(EVERY), (sofar: Inventories) => {
        if (!signal.aborted) client.setQueryData(queryKey, sofar)
      })
      const take = latest(
        (work) => void breath().then(work),
        (snapshot: () => Inventories) => {
          const sofar = snapshot()
          estateOf(sharedSubscriptions(client), sofar.inventories)
          void draw.offer(sofar)
        },
      )
      try {
        return await azure.inventories(subscriptionIds, {
          signal,
          previous,
          // Joining them is one task, reading the next ones another.
          onProgress: (snapshot) => take.offer(snapshot).then(breath),
        })
      } finally {
        take.stop()
        draw.stop()
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
