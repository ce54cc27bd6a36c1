import { createContext, createElement, useContext, useDeferredValue, useMemo, type ReactNode } from 'react'
import { LIVE_MOST } from '../azure/inventories.ts'
import type { HubError } from '../model/errors.ts'
import type { Estate } from '../model/estate.ts'
import type { InventoryPhase, SubscriptionInventory } from '../model/inventory.ts'
import { estateOf } from './joined.ts'
import { type Directories, useDirectories } from './use-directories.ts'
import { useInventories } from './use-inventories.ts'

export interface EstateReading {
  estate: Estate
  /** What it is joined from. */
  inventories: readonly SubscriptionInventory[]
  phase: InventoryPhase | 'starting'
  /** Why there is nothing at all: the subscriptions themselves could not be read. */
  error?: HubError
  /** Milliseconds since the epoch of the newest answer. */
  readAt?: number
  refresh(): void
}

const EstateContext = createContext<EstateReading | undefined>(undefined)

/**
 * Everything that was read of the selected subscriptions, joined up; made anew only when something new was read.
 * `<EstateReader>` above it reads for the whole page.
 */
export function useEstate(): EstateReading {
  const reading = useContext(EstateContext)
  if (!reading) throw new Error('useEstate needs an EstateReader above it')
  return reading
}

/** Reads once for all below it: each reader of its own would watch a dozen queries, and do so anew at each answer. */
export function EstateReader({ children }: { children: ReactNode }) {
  const arrived = useInventories()
  // Much is joined and drawn in slices, between which a key or a turn of the wheel is answered; of little the first row comes
  // sooner without.
  const isMuch = arrived.subscriptions.length > LIVE_MOST
  const sliced = useDeferredValue(isMuch ? arrived : undefined)
  const { subscriptions, inventories, phase, error, readAt, refresh } = (isMuch && sliced) || arrived
  const joined = estateOf(subscriptions, inventories)
  const directories = useDirectories()
  const estate = useMemo(() => withDirectories(joined, directories), [joined, directories])
  const reading = useMemo(
    () => ({
      estate,
      inventories,
      phase,
      ...(error && { error }),
      ...(readAt !== undefined && { readAt }),
      refresh,
    }),
    [estate, inventories, phase, error, readAt, refresh],
  )
  return createElement(EstateContext, { value: reading }, children)
}

function withDirectories(estate: Estate, { tenants, unreadable }: Directories): Estate {
  return tenants.length === 0 && unreadable.length === 0
    ? estate
    : { ...estate, tenants, unreadable: [...unreadable, ...estate.unreadable] }
}
