import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Azure } from '../azure/azure.ts'
import { azureOn, json, networkId, scripted, SUBSCRIPTION } from '../azure/scripted.ts'
import { HubFailure } from '../model/errors.ts'
import type { SubscriptionInventory } from '../model/inventory.ts'
import { latest } from './frame.ts'
import { forgetResource, keepResource } from './inventory-cache.ts'
import { inventoryQuery } from './inventory-query.ts'
import { keys } from './keys.ts'
import { collectionQuery, resourceQuery } from './resource-query.ts'
import { createScopeStore } from './scope-store.ts'
import { subscriptionsQuery } from './subscriptions-query.ts'

// A megabyte of SDK: loaded here, so that no test's time is spent on it.
beforeAll(async () => void (await import('../azure/network-sdk.ts')), 60_000)

const WAN = networkId('virtualWans', 'wan')
const estate = scripted([
  [/GET .*\/virtualWans\?/, json({ value: [{ id: WAN, properties: {} }] })],
  [/GET .*\/virtualWans\/wan\?/, json({ id: WAN, properties: { provisioningState: 'Succeeded' } })],
])
const refused = scripted([['GET', json({ error: { code: 'AuthorizationFailed', message: 'x' } }, 403)]])

const inventoryIn = (client: QueryClient) =>
  client.getQueryData<SubscriptionInventory>(keys.inventory(SUBSCRIPTION.toUpperCase()))

test('the latest, once per schedule, and nothing after it was stopped', () => {
  const due: (() => void)[] = []
  const seen: number[] = []
  const flush = latest(
    (work) => due.push(work),
    (value: number) => seen.push(value),
  )
  void flush.offer(1)
  void flush.offer(2)
  expect(due).toHaveLength(1)
  due.shift()?.()
  void flush.offer(3)
  flush.stop()
  due.shift()?.()
  void flush.offer(4)
  expect([seen, due.length]).toEqual([[2], 0])
})

describe('the inventory', () => {
  test('is in the cache while it is read, at most once a frame', async () => {
    const client = new QueryClient()
    const frames: (() => void)[] = []
    const query = inventoryQuery(azureOn(estate.send), SUBSCRIPTION, (work) => {
      frames.push(work)
      if (frames.length !== 2) work()
    })
    const phases: (string | undefined)[] = []
    const stop = new QueryObserver(client, query).subscribe(({ data }) => phases.push(data?.phase))
    await client.fetchQuery(query)
    expect(phases.slice(0, -1)).toContain('lists')
    expect(inventoryIn(client)).toMatchObject({ phase: 'done', resources: [{ id: WAN }] })
    // A frame that comes late brings nothing back.
    const done = inventoryIn(client)
    for (const frame of frames) frame()
    expect(inventoryIn(client)).toBe(done)
    stop()
  })

  test('is a value even when everything was refused', async () => {
    const read = await new QueryClient().fetchQuery(
      inventoryQuery(azureOn(refused.send), SUBSCRIPTION, (work) => work()),
    )
    expect(read.unreadable).toMatchObject([{ what: 'everything' }])
  })

  test('learns what a GET knows, unless that is nothing new', async () => {
    const client = new QueryClient()
    const azure = azureOn(estate.send)
    await client.fetchQuery(inventoryQuery(azure, SUBSCRIPTION, (work) => work()))
    await client.fetchQuery(resourceQuery(azure, WAN))
    const learned = inventoryIn(client)
    expect(learned?.resources).toMatchObject([{ provisioningState: 'Succeeded', source: 'get' }])
    await client.fetchQuery({ ...resourceQuery(azure, WAN), staleTime: 0 })
    expect(inventoryIn(client)).toBe(learned)
  })

  test('gains what is new and forgets what is gone, with its children', async () => {
    const client = new QueryClient()
    const azure = azureOn(estate.send)
    const read = await client.fetchQuery(inventoryQuery(azure, SUBSCRIPTION, (work) => work()))
    const [wan] = read.resources
    if (!wan) throw new Error('no WAN')
    const id = (name: string) => ({ id: name, key: name.toLowerCase() })
    for (const other of ['/Hub', '/Hub/table', '/Hub2']) keepResource(client, { ...wan, ...id(other) })
    forgetResource(client, { ...wan, ...id('/Hub') })
    expect(inventoryIn(client)?.resources.map((one) => one.key)).toEqual([wan.key, '/hub2'])
  })
})

test.each<[string, (azure: Azure) => Parameters<QueryClient['fetchQuery']>[0]]>([
  ['subscriptions', (azure) => ({ ...subscriptionsQuery(azure), queryKey: ['x'] }) as never],
  ['a resource', (azure) => resourceQuery(azure, WAN) as never],
  ['a list of children', (azure) => collectionQuery(azure, `${WAN}/x`) as never],
])('%s that is refused carries the error as a value', async (_, query) => {
  const failure = await new QueryClient()
    .fetchQuery(query(azureOn(refused.send)))
    .catch((thrown: unknown) => thrown)
  expect(failure).toBeInstanceOf(HubFailure)
  expect(failure).toMatchObject({ error: { kind: 'forbidden' } })
})

describe('scope', () => {
  const storage = (value: string | null) => {
    const kept = { value }
    return {
      kept,
      getItem: () => kept.value,
      setItem: (_: string, next: string) => void (kept.value = next),
      removeItem: () => void (kept.value = null),
    }
  }

  test.each([
    [null, 'all'],
    ['["A","a","B"]', ['a', 'b']],
    ['[]', 'all'],
    ['[1,null]', 'all'],
    ['{"a":1}', 'all'],
    ['broken', 'all'],
  ])('%s remembered is %j', (value, selected) => {
    expect(createScopeStore(() => storage(value), undefined).getSnapshot()).toEqual(selected)
  })

  test('is remembered, told, and the same until it changes', () => {
    const stored = storage(null)
    const store = createScopeStore(() => stored, undefined)
    let told = 0
    const stop = store.subscribe(() => told++)
    store.select(['A'])
    expect([store.getSnapshot(), stored.kept.value]).toEqual([['a'], '["a"]'])
    expect(store.getSnapshot()).toBe(store.getSnapshot())
    store.select([])
    stop()
    store.select(['b'])
    expect(told).toBe(2)
    store.select('all')
    expect(stored.kept.value).toBeNull()
  })

  test('works where the browser keeps nothing', () => {
    const store = createScopeStore(() => {
      throw new Error('denied')
    }, undefined)
    expect(store.getSnapshot()).toBe('all')
    store.select(['a'])
    expect(store.getSnapshot()).toEqual(['a'])
  })
})
