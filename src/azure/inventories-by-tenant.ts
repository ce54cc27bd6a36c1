import type { SubscriptionInventory } from '../model/inventory.ts'
import { type Inventories, type InventoriesOptions, readInventories } from './inventories.ts'
import { rawIn } from './raw.ts'
import type { ReachReader } from './reach.ts'

type Sources = Parameters<typeof readInventories>[0]

/** `readInventories`, asking the Resource Graph of each directory for what is in it; all of them at once. */
export async function readByTenant(
  sources: Sources,
  tenantOf: ReachReader['tenantOf'],
  subscriptionIds: readonly string[],
  options: InventoriesOptions,
): Promise<Inventories> {
  const groups = new Map<string | undefined, string[]>()
  for (const id of subscriptionIds) {
    const known = tenantOf(id)
    const tenantId = known instanceof Promise ? await known : known
    groups.set(tenantId, [...(groups.get(tenantId) ?? []), id])
  }
  const inTenant = (tenantId: string | undefined) => ({ ...sources, raw: rawIn(tenantId, sources.raw) })
  const [only] = groups.keys()
  if (groups.size <= 1) return readInventories(inTenant(only), subscriptionIds, options)

  const { onProgress } = options
  const snapshots = new Map<string | undefined, () => Inventories>()
  const parts = await Promise.all(
    [...groups].map(([tenantId, ids]) =>
      readInventories(inTenant(tenantId), ids, {
        ...options,
        onProgress: (snapshot) => {
          snapshots.set(tenantId, snapshot)
          return onProgress?.(() =>
            merged(
              [...snapshots.values()].map((make) => make()),
              subscriptionIds,
            ),
          )
        },
      }),
    ),
  )
  return merged(parts, subscriptionIds)
}

/** In the order asked for. As old as the oldest part: what was read after it is as new as the reading. */
function merged(parts: readonly Inventories[], subscriptionIds: readonly string[]): Inventories {
  const byId = new Map<string, SubscriptionInventory>(
    parts.flatMap(({ inventories }) => inventories.map((one) => [one.subscriptionId.toLowerCase(), one])),
  )
  return {
    startedAt: Math.min(...parts.map(({ startedAt }) => startedAt)),
    inventories: subscriptionIds.flatMap((id) => byId.get(id.toLowerCase()) ?? []),
  }
}
