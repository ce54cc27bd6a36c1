import { buildEstate } from '../model/build-estate.ts'
import type { Estate } from '../model/estate.ts'
import type { Subscription, SubscriptionInventory } from '../model/inventory.ts'

const built = new WeakMap<readonly SubscriptionInventory[], { of: readonly Subscription[]; estate: Estate }>()
let last: Estate | undefined

/**
 * Shell, palette and page ask for the same arrays, so they share one estate instead of each joining it up anew. The last
 * one spares most of the work of the next: whoever takes in a few rows joins them at once, and the drawing finds it done.
 */
export function estateOf(
  subscriptions: readonly Subscription[],
  inventories: readonly SubscriptionInventory[],
): Estate {
  const known = built.get(inventories)
  if (known?.of === subscriptions) return known.estate
  const estate = buildEstate(subscriptions, inventories, last)
  last = estate
  built.set(inventories, { of: subscriptions, estate })
  return estate
}
