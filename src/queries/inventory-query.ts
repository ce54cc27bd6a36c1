import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import type { SubscriptionInventory } from '../model/inventory.ts'
import { latest, nextFrame, type Schedule } from './frame.ts'
import { keys } from './keys.ts'

const KEPT = 30 * 60_000

/**
 * Everything of one subscription. While it is read the cache holds what has arrived, renewed at most once a frame;
 * what could not be read is part of the value. It is read again only when somebody asks.
 */
export function inventoryQuery(azure: Azure, subscriptionId: string, schedule: Schedule = nextFrame) {
  const queryKey = keys.inventory(subscriptionId)
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }) => {
      const previous = client.getQueryData<SubscriptionInventory>(queryKey)
      const flush = latest(schedule, (snapshot: () => SubscriptionInventory) => {
        if (!signal.aborted) client.setQueryData(queryKey, snapshot())
      })
      try {
        const read = await azure.inventory(subscriptionId, {
          signal,
          previous,
          onProgress: (snapshot) => void flush.offer(snapshot),
        })
        // With a frame too, so that many that end together are drawn together.
        await new Promise<void>((resolve) => schedule(resolve))
        return read
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
