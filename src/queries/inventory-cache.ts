import type { QueryClient } from '@tanstack/react-query'
import type { SubscriptionInventory } from '../model/inventory.ts'
import type { Resource } from '../model/resources/resource.ts'
import { keys } from './keys.ts'

/**
 * Puts a newer reading of a resource in its subscription's inventory, since lists lag and leave members out. A
 * resource that says the same as before changes nothing, so that nothing is joined up anew.
 */
export function keepResource(client: QueryClient, resource: Resource): void {
  const key = keys.inventory(resource.subscriptionId)
  const inventory = client.getQueryData<SubscriptionInventory>(key)
  // One that is being read will hold the resource by itself.
  if (inventory?.phase !== 'done') return
  const known = inventory.resources.find((one) => one.key === resource.key)
  if (
    known &&
    (known.readAt > resource.readAt || JSON.stringify(known.body) === JSON.stringify(resource.body))
  )
    return
  const resources = known
    ? inventory.resources.map((one) => (one === known ? resource : one))
    : [...inventory.resources, resource]
  client.setQueryData(key, { ...inventory, resources, readAt: Math.max(inventory.readAt, resource.readAt) })
}

/** Takes a resource that is gone, and what lived inside it, out of the inventory. */
export function forgetResource(
  client: QueryClient,
  resource: Pick<Resource, 'key' | 'subscriptionId'>,
): void {
  client.removeQueries({ queryKey: keys.resource(resource.key) })
  client.setQueryData<SubscriptionInventory>(keys.inventory(resource.subscriptionId), (inventory) => {
    if (!inventory) return undefined
    const resources = inventory.resources.filter(
      (one) => one.key !== resource.key && !one.key.startsWith(`${resource.key}/`),
    )
    return { ...inventory, resources }
  })
}
