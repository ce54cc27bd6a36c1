import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { HubFailure } from '../model/errors.ts'
import type { Reach } from '../model/inventory.ts'
import { keys } from './keys.ts'

/** Every subscription the account may read. */
export function subscriptionsQuery(azure: Azure) {
  return queryOptions({ ...reachQuery(azure), select: subscriptionsOf })
}

const subscriptionsOf = ({ subscriptions }: Reach) => subscriptions

/** The same reading whole: its directories, and those that could not be read. */
export function reachQuery(azure: Azure) {
  return queryOptions({
    queryKey: keys.subscriptions,
    queryFn: async ({ signal, client }) => {
      const read = await azure.subscriptions(signal, (early) => {
        if (!signal.aborted) client.setQueryData(keys.subscriptions, early)
      })
      if (!read.ok) throw new HubFailure(read.error)
      return read.value
    },
    staleTime: Infinity,
    retry: false,
    // A component that comes later must not take the reason away again by asking anew.
    retryOnMount: false,
    // Nor after a refresh that failed, which counts as stale: it would ask in a circle.
    refetchOnMount: false,
    // Offline is an answer to show, not a reason to wait.
    networkMode: 'always',
    refetchOnReconnect: false,
  })
}
