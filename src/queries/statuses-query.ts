import { queryOptions } from '@tanstack/react-query'
import type { Azure } from '../azure/azure.ts'
import { collapsedStatuses, isOfStatuses } from '../azure/gathering.ts'
import type { Inventories } from '../azure/inventories.ts'
import { needsStatus } from '../azure/inventory.ts'
import type { RowsInView, StatusReading } from '../azure/statuses.ts'
import type { HubError } from '../model/errors.ts'
import type { SubscriptionInventory, Unreadable } from '../model/inventory.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import { gathered } from './frame.ts'
import { keys } from './keys.ts'

/** Between two times they are drawn: each joins the whole estate up anew, while somebody may be typing. */
const EVERY = 1_000

/**
 * The statuses that a reading of many left open, read for as long as somebody wants them and put into that reading. Its
 * own data is how many there were.
 * @param startedAt of the reading: another reading is another query
 */
export function statusesQuery(
  azure: Azure,
  subscriptionIds: readonly string[],
  startedAt: number,
  inView: RowsInView,
) {
  const together = keys.together(subscriptionIds)
  return queryOptions({
    queryKey: keys.statuses(subscriptionIds, startedAt),
    queryFn: async ({ signal, client }) => {
      const before = client.getQueryData<Inventories>(together)?.inventories ?? []
      const open = before.flatMap(({ resources }) => resources.filter((one) => isOpen(one, startedAt)))
      const misses = createMisses(before)
      const flush = gathered<StatusReading>(EVERY, (readings) => {
        client.setQueryData<Inventories>(together, (data) => data && withStatuses(data, readings, misses))
      })
      try {
        await azure.statuses(open, { signal, inView, onRead: flush.add })
      } finally {
        flush.end()
      }
      return open.length
    },
    staleTime: Infinity,
    // Given up with the last who wants it, and begun again: what is left open then.
    gcTime: 0,
    retry: false,
    networkMode: 'always',
    refetchOnReconnect: false,
  })
}

function isOpen(resource: Resource, startedAt: number): boolean {
  return needsStatus(resource) && !(resource.source === 'get' && resource.readAt >= startedAt)
}

/** What could not be read of a subscription: its lists as before, and the statuses missed now. Those missed before are open. */
function createMisses(before: readonly SubscriptionInventory[]) {
  const known = new Map(
    before.map(({ subscriptionId, unreadable }) => [
      keyOf(subscriptionId),
      unreadable.filter((one) => !isOfStatuses(one)),
    ]),
  )
  const missed = new Map<string, { resource: Resource; error: HubError }[]>()
  return {
    add(resource: Resource, error: HubError) {
      const id = keyOf(resource.subscriptionId)
      missed.set(id, [...(missed.get(id) ?? []), { resource, error }])
    },
    unreadableIn(subscriptionId: string): Unreadable[] {
      const id = keyOf(subscriptionId)
      const statuses = collapsedStatuses(missed.get(id) ?? [], `/subscriptions/${subscriptionId}`)
      return [...(known.get(id) ?? []), ...statuses]
    },
  }
}

/** A connection that is gone goes, one that was refused keeps what is known of it. */
function withStatuses(
  data: Inventories,
  readings: readonly StatusReading[],
  misses: ReturnType<typeof createMisses>,
): Inventories {
  const fresh = new Map<string, Resource | undefined>()
  const touched = new Set<string>()
  for (const { of, got } of readings) {
    touched.add(keyOf(of.subscriptionId))
    if (got.ok) fresh.set(of.key, got.value)
    else if (got.error.kind === 'notFound') fresh.set(of.key, undefined)
    else misses.add(of, got.error)
  }
  const inventories = data.inventories.map((inventory) => {
    if (!touched.has(keyOf(inventory.subscriptionId))) return inventory
    const resources = inventory.resources.flatMap((known) => {
      if (!fresh.has(known.key)) return [known]
      const read = fresh.get(known.key)
      return read && read.readAt < known.readAt ? [known] : (read ?? [])
    })
    const readAt = Math.max(inventory.readAt, ...resources.map((one) => one.readAt))
    return { ...inventory, resources, readAt, unreadable: misses.unreadableIn(inventory.subscriptionId) }
  })
  return { ...data, inventories }
}
