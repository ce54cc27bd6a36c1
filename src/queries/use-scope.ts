import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import type { Subscription } from '../model/inventory.ts'
import { inScope, scopeStoreOf } from './scope-store.ts'
import { reachQuery } from './subscriptions-query.ts'
import { useAzure } from './use-azure.ts'
import { useOwner } from './use-owner.ts'

export interface Scope {
  /** All the account may read. */
  subscriptions: readonly Subscription[]
  /** Ids in the casing of `subscriptions`; never empty while there are any, unless what was chosen may still come. */
  selected: readonly string[]
  select(subscriptionIds: readonly string[] | 'all'): void
}

/** Which subscriptions are read, and by `select` another choice. */
export function useScope(): Scope {
  const { data: reach } = useQuery(reachQuery(useAzure()))
  const store = scopeStoreOf(useOwner())
  const chosen = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return useMemo(
    () => ({
      subscriptions: reach?.subscriptions ?? [],
      selected: inScope(reach, chosen),
      select: store.select,
    }),
    [reach, chosen, store],
  )
}
