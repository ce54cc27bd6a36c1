import type { QueryClient } from '@tanstack/react-query'
import type { Subscription, SubscriptionInventory } from '../model/inventory.ts'

interface Shared {
  subscriptions: Subscription[]
  inventories: SubscriptionInventory[]
}

const latest = new WeakMap<QueryClient, Shared>()

/** The array handed out last when it holds the same, so that what is made from it is made once for the whole page. */
export function shared<K extends keyof Shared>(client: QueryClient, name: K, items: Shared[K]): Shared[K] {
  const known = latest.get(client) ?? { subscriptions: [], inventories: [] }
  latest.set(client, known)
  const before = known[name]
  const same = before.length === items.length && before.every((item, index) => item === items[index])
  if (!same) known[name] = items
  return known[name]
}

/** The subscriptions handed out last. */
export function sharedSubscriptions(client: QueryClient): readonly Subscription[] {
  return latest.get(client)?.subscriptions ?? []
}
