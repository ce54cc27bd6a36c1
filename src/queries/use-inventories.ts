import { useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { errorIn, type HubError } from '../model/errors.ts'
import type { InventoryPhase, Subscription, SubscriptionInventory } from '../model/inventory.ts'
import { LIVE_MOST } from '../azure/inventories.ts'
import { inventoriesQuery } from './inventories-query.ts'
import { inventoryQuery } from './inventory-query.ts'
import { keys } from './keys.ts'
import { shared } from './shared.ts'
import { statusesQuery } from './statuses-query.ts'
import { reachQuery } from './subscriptions-query.ts'
import { useAzure } from './use-azure.ts'
import { useScope } from './use-scope.ts'
import { rowsInView } from './use-status-of.ts'

export interface Inventories {
  /** Those in scope. The same array until one of them changes, for every component. */
  subscriptions: Subscription[]
  /** Of the subscriptions in scope that have answered. The same array until one of them changes, for every component. */
  inventories: SubscriptionInventory[]
  /** Why there is nothing at all. */
  error?: HubError
  phase: InventoryPhase | 'starting'
  /** Milliseconds since the epoch of the newest answer. */
  readAt?: number
  refresh(): void
}

/** What has been read of the subscriptions in scope, as it arrives. Pages ask `useEstate`, which reads once for all. */
export function useInventories(): Inventories {
  const azure = useAzure()
  const client = useQueryClient()
  const { subscriptions: all, selected } = useScope()
  const { error, isPending, data: reach } = useQuery(reachQuery(azure))
  // Few are read list by list, many through Resource Graph, whose statuses come afterwards.
  const many = selected.length > LIVE_MOST
  const results = useQueries({ queries: many ? [] : selected.map((id) => inventoryQuery(azure, id)) })
  const { data: together } = useQuery({ ...inventoriesQuery(azure, selected), enabled: many })
  const read = many ? (together?.inventories ?? []) : results.flatMap(({ data }) => data ?? [])

  const inventories = shared(client, 'inventories', read)
  const inScope = all.filter(({ subscriptionId }) => selected.includes(subscriptionId))
  const subscriptions = shared(client, 'subscriptions', inScope)
  const found = reach?.stillReading ? 'lists' : phaseOf(read, selected.length)
  const phase = isPending ? 'starting' : found
  useQuery({
    ...statusesQuery(azure, selected, together?.startedAt ?? 0, rowsInView),
    enabled: many && phase === 'done',
    notifyOnChangeProps: [],
  })
  const readAt = Math.max(0, ...read.map((inventory) => inventory.readAt)) || undefined
  const problem = error ? errorIn(error) : undefined
  const refresh = useCallback(() => {
    // Not cancelled: what is being read is new enough. Only what is looked at: not what left the scope.
    const options = { cancelRefetch: false }
    void client.refetchQueries({ queryKey: keys.subscriptions, type: 'active' }, options)
    void client.refetchQueries({ queryKey: keys.inventories, type: 'active' }, options)
  }, [client])

  return useMemo(
    () => ({ subscriptions, inventories, error: problem, phase, readAt, refresh }),
    [subscriptions, inventories, problem, phase, readAt, refresh],
  )
}

function phaseOf(read: readonly SubscriptionInventory[], expected: number): InventoryPhase {
  if (read.length < expected || read.some(({ phase }) => phase === 'lists')) return 'lists'
  return read.some(({ phase }) => phase === 'statuses') ? 'statuses' : 'done'
}
