import { useQuery } from '@tanstack/react-query'
import { useMemo, useSyncExternalStore } from 'react'
import type { Subscription } from '../model/inventory.ts'
import { createScopeStore, type ScopeStore } from './scope-store.ts'
import { reachQuery } from './subscriptions-query.ts'
import { useAzure } from './use-azure.ts'
import { useOwner } from './use-owner.ts'

const stores = new Map<string | undefined, ScopeStore>()

function storeOf(owner: string | undefined): ScopeStore {
  const store = stores.get(owner) ?? createScopeStore(() => localStorage, owner)
  stores.set(owner, store)
  return store
}

export interface Scope {
  /** All the account may read. */
  subscriptions: readonly Subscription[]
  /** Ids in the casing of `subscriptions`; never empty while there are any, unless what was chosen may still come. */
  selected: readonly string[]
  select(subscriptionIds: readonly string[] | 'all'): void
}

const NONE: readonly Subscription[] = []

/** Which subscriptions are read. A remembered one that is gone is passed over; when none is left, all are read. */
export function useScope(): Scope {
  const { data } = useQuery(reachQuery(useAzure()))
  const subscriptions = data?.subscriptions ?? NONE
  const mayCome = data?.stillReading !== undefined
  const store = storeOf(useOwner())
  const chosen = useSyncExternalStore(store.subscribe, store.getSnapshot)
  return useMemo(() => {
    const ids = subscriptions.map(({ subscriptionId }) => subscriptionId)
    const wanted = chosen === 'all' ? ids : ids.filter((id) => chosen.includes(id.toLowerCase()))
    const selected = wanted.length > 0 || mayCome ? wanted : ids
    return { subscriptions, selected, select: store.select }
  }, [subscriptions, mayCome, chosen, store])
}
