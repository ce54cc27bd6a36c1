import { buildEstate } from '../model/build-estate.ts'
import type { HubError } from '../model/errors.ts'
import type { Estate } from '../model/estate.ts'
import type { InventoryPhase, Subscription, SubscriptionInventory, Unreadable } from '../model/inventory.ts'
import { useDirectories } from './use-directories.ts'
import { useInventories } from './use-inventories.ts'

export interface EstateReading {
  estate: Estate
  phase: InventoryPhase | 'starting'
  /** Why there is nothing at all: the subscriptions themselves could not be read. */
  error?: HubError
  /** Milliseconds since the epoch of the newest answer. */
  readAt?: number
  refresh(): void
}

/** Everything that was read of the selected subscriptions, joined up; made anew only when something new was read. */
export function useEstate(): EstateReading {
  const { subscriptions, inventories, phase, error, readAt, refresh } = useInventories()
  const { unreadable } = useDirectories()
  const estate = estateOf(subscriptions, inventories, unreadable)
  return { estate, phase, ...(error && { error }), ...(readAt !== undefined && { readAt }), refresh }
}

interface Built {
  of: readonly Subscription[]
  unread: readonly Unreadable[]
  estate: Estate
}

const built = new WeakMap<readonly SubscriptionInventory[], Built>()
let last: Estate | undefined

/**
 * Shell, palette and page ask for the same arrays, so they share one estate instead of each joining it up anew. The last
 * one spares most of the work of the next.
 */
function estateOf(
  subscriptions: readonly Subscription[],
  inventories: readonly SubscriptionInventory[],
  unread: readonly Unreadable[],
): Estate {
  const known = built.get(inventories)
  if (known?.of === subscriptions && known.unread === unread) return known.estate
  const joined = buildEstate(subscriptions, inventories, last)
  last = joined
  const estate = unread.length === 0 ? joined : { ...joined, unreadable: [...unread, ...joined.unreadable] }
  built.set(inventories, { of: subscriptions, unread, estate })
  return estate
}
