import type { QueryClient } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { LIVE_MOST } from '../azure/inventories.ts'
import { inventoriesQuery } from './inventories-query.ts'
import { inventoryQuery } from './inventory-query.ts'
import { inScope, scopeStoreOf } from './scope-store.ts'
import { reachQuery } from './subscriptions-query.ts'

/**
 * Begins to read what every page reads, before the first one is drawn: drawing it takes about as long as the first answers
 * take. What fails is told where it is used.
 *
 * @param owner whose choice of subscriptions holds, as `useOwner` gives it
 */
export async function beginReading(client: QueryClient, azure: Azure, owner?: string): Promise<void> {
  await client.prefetchQuery(reachQuery(azure))
  const reach = client.getQueryData(reachQuery(azure).queryKey)
  const ids = inScope(reach, scopeStoreOf(owner).getSnapshot())
  if (ids.length > LIVE_MOST) await client.prefetchQuery(inventoriesQuery(azure, ids))
  else await Promise.all(ids.map((id) => client.prefetchQuery(inventoryQuery(azure, id))))
}
