import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { readWatchers } from '../azure/diagnostics/watchers.ts'
import { HubFailure } from '../model/errors.ts'
import { keys } from './keys.ts'

/** The Network Watchers of a subscription. */
export function watchersQuery(azure: Azure, subscriptionId: string) {
  return queryOptions({
    queryKey: keys.question(`/subscriptions/${subscriptionId}`, 'watchers'),
    queryFn: async ({ signal }) => {
      const read = await readWatchers(azure, subscriptionId, signal)
      if (!read.ok) throw new HubFailure(read.error)
      return read.value
    },
    staleTime: 10 * 60_000,
    retry: false,
    networkMode: 'always',
  })
}
