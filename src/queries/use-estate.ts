import { useMemo } from 'react'
import { buildEstate } from '../model/build-estate.ts'
import type { HubError } from '../model/errors.ts'
import type { Estate } from '../model/estate.ts'
import type { InventoryPhase } from '../model/inventory.ts'
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
  const estate = useMemo(() => buildEstate(subscriptions, inventories), [subscriptions, inventories])
  return { estate, phase, ...(error && { error }), ...(readAt !== undefined && { readAt }), refresh }
}
