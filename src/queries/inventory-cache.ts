import type { QueryClient } from '@tanstack/react-query'
import type { Inventories } from '../azure/inventories.ts'
import type { SubscriptionInventory } from '../model/inventory.ts'
import type { Resource } from '../model/resources/resource.ts'
import { keys } from './keys.ts'

type Change = (inventory: SubscriptionInventory) => SubscriptionInventory

/**
 * Puts a newer reading of a resource in its subscription's inventory, since lists lag and leave members out. A
 * resource that says the same as before changes nothing, so that nothing is joined up anew.
 */
export function keepResource(client: QueryClient, resource: Resource): void {
  changeInventory(client, resource.subscriptionId, (inventory) => {
    // One that is being read will hold the resource by itself.
    if (inventory.phase !== 'done') return inventory
    const known = inventory.resources.find((one) => one.key === resource.key)
    if (
      known &&
      (known.readAt > resource.readAt || JSON.stringify(known.body) === JSON.stringify(resource.body))
    )
      return inventory
    // What no list asks for is in no list: a Network Watcher that was asked something.
    if (!known && resource.kind === 'other') return inventory
    const resources = known
      ? inventory.resources.map((one) => (one === known ? resource : one))
      : [...inventory.resources, resource]
    return { ...inventory, resources, readAt: Math.max(inventory.readAt, resource.readAt) }
  })
}

/** Takes a resource that is gone, and what lived inside it, out of the inventory. */
export function forgetResource(
  client: QueryClient,
  resource: Pick<Resource, 'key' | 'subscriptionId'>,
): void {
  client.removeQueries({ queryKey: keys.resource(resource.key) })
  changeInventory(client, resource.subscriptionId, (inventory) => {
    const resources = inventory.resources.filter(
      (one) => one.key !== resource.key && !one.key.startsWith(`${resource.key}/`),
    )
    return { ...inventory, resources }
  })
}

/** Wherever it is kept: by itself, or in a reading of many. What comes out as it went in is not written. */
function changeInventory(client: QueryClient, subscriptionId: string, change: Change): void {
  const key = keys.inventory(subscriptionId)
  const alone = client.getQueryData<SubscriptionInventory>(key)
  const changed = alone && change(alone)
  if (changed !== alone) client.setQueryData(key, changed)

  for (const [together, data] of client.getQueriesData<Inventories>({ queryKey: keys.allTogether })) {
    const id = subscriptionId.toLowerCase()
    const before = data?.inventories.find((one) => one.subscriptionId.toLowerCase() === id)
    const after = before && change(before)
    if (!data || !after || after === before) continue
    const inventories = data.inventories.map((one) => (one === before ? after : one))
    client.setQueryData(together, { ...data, inventories })
  }
}

/** The newest of what is kept of these subscriptions, alone or together with others. */
export function knownInventories(
  client: QueryClient,
  subscriptionIds: readonly string[],
): SubscriptionInventory[] {
  const together = client
    .getQueriesData<Inventories>({ queryKey: keys.allTogether })
    .flatMap(([, data]) => data?.inventories ?? [])
  const known = new Map<string, SubscriptionInventory>()
  const alone = subscriptionIds.flatMap(
    (id) => client.getQueryData<SubscriptionInventory>(keys.inventory(id)) ?? [],
  )
  for (const inventory of [...together, ...alone]) {
    const id = inventory.subscriptionId.toLowerCase()
    if ((known.get(id)?.readAt ?? -1) < inventory.readAt) known.set(id, inventory)
  }
  return subscriptionIds.flatMap((id) => known.get(id.toLowerCase()) ?? [])
}
