import type { HubError } from '../model/errors.ts'
import type { SubscriptionInventory } from '../model/inventory.ts'
import { text } from './from-wire/read.ts'
import { familyFromWire } from './from-wire/resource.ts'
import { createGathering } from './gathering.ts'
import { INVENTORY_QUERY, SUBSCRIPTIONS_QUERY } from './graph-queries.ts'
import { readGraph } from './graph-read.ts'
import { wireFromGraph } from './graph-rows.ts'
import { needsStatus, readInventory, type Sources } from './inventory.ts'
import type { Sleep } from './transport.ts'

/** Up to this many subscriptions are read live, list by list; more through Resource Graph. */
export const LIVE_MOST = 10

/** Several subscriptions in one reading. */
export interface Inventories {
  /** Milliseconds since the epoch. Statuses read after it are as new as the reading. */
  startedAt: number
  inventories: SubscriptionInventory[]
}

export interface InventoriesOptions {
  signal?: AbortSignal
  /** What was known before: shown, with its own age, until the new answer is here. */
  previous?: readonly SubscriptionInventory[]
  /** After each few rows; the whole as it stands is made only when asked for. Reading waits for it. */
  onProgress?: (snapshot: () => Inventories) => void | Promise<void>
}

/**
 * Many subscriptions through Resource Graph: one request for each thousand resources, and one more when it is silent about a
 * subscription. It knows no connectionStatus; see `readStatuses`. What it leaves out is asked of ARM itself, which says why.
 * When Resource Graph refuses, everything is read live; not where each of those requests would fail too.
 * @throws only the signal's reason
 */
export async function readInventories(
  sources: Sources & { sleep: Sleep },
  subscriptionIds: readonly string[],
  { signal, previous = [], onProgress }: InventoriesOptions,
): Promise<Inventories> {
  const { raw, clock, sleep } = sources
  const startedAt = clock()
  const before = new Map(previous.map((inventory) => [inventory.subscriptionId.toLowerCase(), inventory]))
  const known = (subscriptionId: string) => before.get(subscriptionId.toLowerCase())
  const gatherings = new Map(
    subscriptionIds.map((id) => [id.toLowerCase(), createGathering(id, known(id))] as const),
  )
  const silent = new Map(subscriptionIds.map((id) => [id.toLowerCase(), id]))
  const progress = () =>
    onProgress?.(() => ({
      startedAt,
      inventories: [...gatherings.values()].map(({ snapshot }) => snapshot()),
    }))

  void progress()
  const read = await readGraph(raw, INVENTORY_QUERY, subscriptionIds, {
    sleep,
    signal,
    onRows: (rows) => {
      const at = clock()
      for (const row of rows) {
        const family = familyFromWire(wireFromGraph(row), { source: 'graph', at })
        const key = family[0]?.subscriptionId.toLowerCase() ?? ''
        silent.delete(key)
        gatherings.get(key)?.add(family, at)
        // A status read before stands until it is read anew.
        for (const resource of family)
          if (needsStatus(resource)) gatherings.get(key)?.awaitStatus(resource.key)
      }
      return progress()
    },
  })
  if (!read.ok) {
    const { error } = read
    const sofar = new Map([...gatherings].map(([key, { snapshot }]) => [key, snapshot()]))
    const inventories = failsLiveToo(error)
      ? subscriptionIds.map((id) => unread(id, error, sofar.get(id.toLowerCase()), clock()))
      : await readLive(sources, subscriptionIds, { signal, sofar, startedAt, onProgress })
    return { startedAt, inventories }
  }

  // Silent is not unread: what is seen and has no row has been read and is empty.
  for (const gathering of gatherings.values()) gathering.add([], clock())
  const leftOut = await unseen(sources, [...silent.values()], signal)
  const asked = [...leftOut.ids].slice(0, leftOut.error ? 0 : LIVE_MOST)
  const live = await Promise.all(
    asked.map((id) => readInventory(sources, id, { signal, previous: known(id) })),
  )
  const apart = new Map(live.map((inventory) => [inventory.subscriptionId, inventory]))
  const error = leftOut.error ?? NOT_SEEN
  return {
    startedAt,
    inventories: subscriptionIds.map((id) => {
      const inLists = apart.get(id)
      if (inLists) return inLists
      if (leftOut.ids.has(id)) return unread(id, error, known(id), clock())
      return gatherings.get(id.toLowerCase())?.finish() ?? unread(id, error, known(id), clock())
    }),
  }
}

/** Of the subscriptions without any row, those that Resource Graph does not see; with an error, all of them. */
async function unseen(
  { raw, sleep }: Sources & { sleep: Sleep },
  silent: readonly string[],
  signal: AbortSignal | undefined,
): Promise<{ ids: Set<string>; error?: HubError }> {
  const seen = new Set<string>()
  const read = await readGraph(raw, SUBSCRIPTIONS_QUERY, silent, {
    sleep,
    signal,
    onRows: (rows) => {
      for (const row of rows) seen.add(text(row.subscriptionId)?.toLowerCase() ?? '')
    },
  })
  const ids = new Set(silent.filter((id) => !seen.has(id.toLowerCase())))
  // It says so when it sees none of them.
  if (read.ok || read.error.details.some(({ code }) => code === 'NoValidSubscriptionsInQueryRequest'))
    return { ids }
  return { ids, error: read.error }
}

const NOT_SEEN: HubError = {
  kind: 'server',
  code: 'NotInResourceGraph',
  message:
    'Azure Resource Graph left this subscription out and does not say why. A missing right is the usual reason.',
  details: [],
}

/** A lost network, an ended sign-in: thousands more would meet the same. Resource Graph's quota is its own (ARM contract 10). */
function failsLiveToo({ kind }: HubError): boolean {
  return kind === 'network' || kind === 'auth'
}

/** Not read is not gone, and not empty. */
function unread(
  subscriptionId: string,
  error: HubError,
  known: SubscriptionInventory | undefined,
  at: number,
): SubscriptionInventory {
  const scope = `/subscriptions/${subscriptionId}`
  const unreadable = [
    { scope, what: 'everything', action: 'Microsoft.Network/*/read', error: { ...error, target: scope } },
  ]
  return {
    subscriptionId,
    resources: known?.resources ?? [],
    unreadable,
    phase: 'done',
    // 0: nothing was.
    readAt: known?.readAt || at,
  }
}

interface LiveOptions extends Pick<InventoriesOptions, 'signal' | 'onProgress'> {
  /** By subscription in lower case: shown until its own lists are here. */
  sofar: ReadonlyMap<string, SubscriptionInventory>
  startedAt: number
}

/** One by one, a few subscriptions at a time: each has its own limits at ARM, the browser has one. */
async function readLive(
  sources: Sources,
  subscriptionIds: readonly string[],
  { signal, sofar, startedAt, onProgress }: LiveOptions,
): Promise<SubscriptionInventory[]> {
  const snapshots = new Map([...sofar].map(([key, inventory]) => [key, () => inventory]))
  const waiting = [...subscriptionIds]
  const next = async (): Promise<void> => {
    const id = waiting.shift()
    if (id === undefined) return
    const key = id.toLowerCase()
    const inventory = await readInventory(sources, id, {
      signal,
      previous: sofar.get(key),
      onProgress: (snapshot) => {
        snapshots.set(key, snapshot)
        void onProgress?.(() => ({ startedAt, inventories: [...snapshots.values()].map((make) => make()) }))
      },
    })
    snapshots.set(key, () => inventory)
    await next()
  }
  await Promise.all(Array.from({ length: LIVE_MOST }, next))
  return [...snapshots.values()].map((make) => make())
}
