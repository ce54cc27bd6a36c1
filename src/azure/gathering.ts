import type { HubError } from '../model/errors.ts'
import type { SubscriptionInventory, Unreadable } from '../model/inventory.ts'
import type { Resource } from '../model/resources/resource.ts'

/** Failures of one kind are told one by one up to this many, then as one. */
const TOLD_SINGLY = 3

const ONE_STATUS = 'connection status'

/**
 * What has been read of a subscription so far. A resource that was known before stands in for one that is not read
 * yet, and a status read before for one that is being read; both keep their own source and time.
 */
export function createGathering(subscriptionId: string, previous: SubscriptionInventory | undefined) {
  const scope = `/subscriptions/${subscriptionId}`
  const resources = new Map<string, Resource>()
  const before = new Map(previous?.resources.map((resource) => [resource.key, resource]))
  const awaited = new Set<string>()
  const misses: Unreadable[] = []
  const notListed: Listing[] = []
  const statusMisses: { resource: Resource; error: HubError }[] = []
  let asked = 0
  let phase: SubscriptionInventory['phase'] = 'lists'
  let readAt = previous?.readAt ?? 0

  // The same object until something changes: of two hundred subscriptions an answer is about a few.
  let made: SubscriptionInventory | undefined
  const changing =
    <Told extends unknown[]>(change: (...told: Told) => void) =>
    (...told: Told) => {
      made = undefined
      change(...told)
    }

  const make = (): SubscriptionInventory => {
    const shown = new Map(phase === 'lists' ? before : stale(before, notListed))
    for (const [key, resource] of resources) shown.set(key, resource)
    for (const key of awaited) {
      const known = before.get(key)
      if (known?.source === 'get' && shown.has(key)) shown.set(key, known)
    }
    return {
      subscriptionId,
      resources: [...shown.values()],
      unreadable: [...collapsed(misses, asked, scope), ...collapsedStatuses(statusMisses, scope)],
      phase,
      readAt,
    }
  }

  const snapshot = () => (made ??= make())

  return {
    snapshot,
    add: changing((found: Resource[], at: number) => {
      for (const resource of found) resources.set(resource.key, resource)
      readAt = Math.max(readAt, at)
    }),
    drop: changing((key: string) => resources.delete(key)),
    asked: changing(() => asked++),
    /** A list that was not answered. What it held before is still shown, with its own age: not read is not gone. */
    miss: changing((unreadable: Unreadable, type: string) => {
      misses.push(unreadable)
      if (unreadable.error.kind !== 'notFound') notListed.push({ scope: unreadable.scope, type })
    }),
    missStatus: changing((resource: Resource, error: HubError) => statusMisses.push({ resource, error })),
    awaitStatus: changing((key: string) => awaited.add(key)),
    haveStatus: changing((key: string) => awaited.delete(key)),
    listsDone: changing(() => {
      phase = 'statuses'
    }),
    finish() {
      phase = 'done'
      made = undefined
      return snapshot()
    },
  }
}

/** A list of ARM: a scope, and the first word of the type, `vpnGateways`. */
interface Listing {
  scope: string
  type: string
}

function stale(before: ReadonlyMap<string, Resource>, notListed: readonly Listing[]): [string, Resource][] {
  return [...before].filter(([key, resource]) => {
    const type = resource.type.split('/')[1]?.toLowerCase()
    return notListed.some(
      (list) => list.type.toLowerCase() === type && key.startsWith(`${list.scope.toLowerCase()}/`),
    )
  })
}

/** When nothing at all could be read for one and the same reason, that is one thing to say, not fifteen. */
function collapsed(misses: Unreadable[], asked: number, scope: string): Unreadable[] {
  const [first] = misses
  if (!first || misses.length < asked || misses.length < 2) return [...misses]
  if (misses.some(({ error }) => error.code !== first.error.code)) return [...misses]
  return [
    {
      scope,
      what: 'everything',
      action: 'Microsoft.Network/*/read',
      error: { ...first.error, target: scope },
    },
  ]
}

/** As what could not be read of a subscription, `/subscriptions/<id>`. */
export function collapsedStatuses(
  misses: { resource: Resource; error: HubError }[],
  scope: string,
): Unreadable[] {
  const [first] = misses
  if (first && misses.length > TOLD_SINGLY) {
    const what = `status of ${misses.length} connections`
    return [{ scope, what, action: 'Microsoft.Network/*/read', error: { ...first.error, target: scope } }]
  }
  return misses.map(({ resource, error }) => ({
    scope: resource.id,
    what: ONE_STATUS,
    action: `${resource.type}/read`,
    error,
  }))
}

/** Whether it came from `collapsedStatuses`. */
export function isOfStatuses({ what }: Unreadable): boolean {
  return what === ONE_STATUS || /^status of \d+ connections$/.test(what)
}
