import { buildEstate } from '../model/build-estate.ts'
import type { HubError } from '../model/errors.ts'
import type { Estate } from '../model/estate.ts'
import type { InventoryPhase, Subscription, SubscriptionInventory } from '../model/inventory.ts'
import { type Directories, useDirectories } from './use-directories.ts'
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
  const directories = useDirectories()
  const estate = estateOf(subscriptions, inventories, directories)
  return { estate, phase, ...(error && { error }), ...(readAt !== undefined && { readAt }), refresh }
}

interface Built {
  of: readonly Subscription[]
  directories: Directories
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
  directories: Directories,
): Estate {
  const known = built.get(inventories)
  if (known?.of === subscriptions && known.directories === directories) return known.estate
  const joined = buildEstate(subscriptions, inventories, last)
  last = joined
  const { tenants, unreadable } = directories
  const estate =
    tenants.length === 0 && unreadable.length === 0
      ? joined
      : { ...joined, tenants, unreadable: [...unreadable, ...joined.unreadable] }
  built.set(inventories, { of: subscriptions, directories, estate })
  return estate
}
