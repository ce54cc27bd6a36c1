/** A map by resource key that is never changed; the next one shares with it every subscription in which nothing changed. */
export interface BySubscription<Value> {
  get(key: string): Value | undefined
  of(subscription: string): ReadonlyMap<string, Value>
  edited(edits: ReadonlyMap<string, Value | undefined>): BySubscription<Value>
}

const NOTHING: ReadonlyMap<string, never> = new Map<string, never>()

/** What keys are kept apart by: the subscription in them. */
export function subscriptionOf(key: string): string {
  const start = key.indexOf('/', 1) + 1
  const end = key.indexOf('/', start)
  return end < 0 ? key.slice(start) : key.slice(start, end)
}

export function bySubscription<Value>(
  shards: ReadonlyMap<string, ReadonlyMap<string, Value>> = new Map(),
): BySubscription<Value> {
  const of = (subscription: string): ReadonlyMap<string, Value> => shards.get(subscription) ?? NOTHING
  return {
    of,
    get: (key) => of(subscriptionOf(key)).get(key),
    /** `undefined` takes a key out. */
    edited(edits) {
      const next = new Map(shards)
      const copied = new Map<string, Map<string, Value>>()
      for (const [key, value] of edits) {
        const subscription = subscriptionOf(key)
        const shard = copied.get(subscription) ?? new Map(of(subscription))
        copied.set(subscription, shard)
        next.set(subscription, shard)
        if (value === undefined) shard.delete(key)
        else shard.set(key, value)
      }
      return bySubscription(next)
    },
  }
}
