import { beforeAll, describe, expect, test } from 'vitest'
import type { Inventories } from './inventories.ts'
import { azureOn, json, networkId, scripted, SUBSCRIPTION } from './scripted.ts'
import { noAnswer, type WireRequest } from './transport.ts'

// A megabyte of SDK: loaded here, so that no test's time is spent on it.
beforeAll(async () => void (await import('./network-sdk.ts')), 60_000)

const others = Array.from(
  { length: 11 },
  (_, index) => `${String(index).padStart(8, '0')}-0000-0000-0000-000000000000`,
)
const CONNECTION = networkId('connections', 'c')
const row = { id: CONNECTION, type: 'microsoft.network/connections', properties: { routingWeight: 1 } }
const connected = json({ id: CONNECTION, properties: { connectionStatus: 'Connected' } })
const script = (seen: string[]) =>
  scripted([
    [
      'ResourceGraph',
      ({ body = '' }) =>
        json({
          data: body.includes('resourcecontainers')
            ? seen.map((subscriptionId) => ({ subscriptionId }))
            : [row],
        }),
    ],
    ['connections/c?', connected],
  ])

test('a subscription that is seen and has no row is empty, at no more requests', async () => {
  const { send, asked } = script(others)
  const { inventories } = await azureOn(send).inventories([SUBSCRIPTION, ...others])
  expect(asked).toHaveLength(2)
  expect(inventories.slice(1)).toEqual(
    others.map((subscriptionId) => ({
      subscriptionId,
      resources: [],
      unreadable: [],
      phase: 'done',
      readAt: 1_000,
    })),
  )
})

test('ten that are not seen are asked live, of more it is said that they were left out', async () => {
  const { send, asked } = script([])
  const { inventories } = await azureOn(send).inventories([SUBSCRIPTION, ...others])
  const live = new Set(asked.map(({ url }) => /\/subscriptions\/([^/]+)\//.exec(url)?.[1]))
  live.delete(undefined)
  expect([...live]).toEqual(others.slice(0, 10))
  expect(inventories.at(-1)).toMatchObject({
    resources: [],
    unreadable: [{ what: 'everything', error: { code: 'NotInResourceGraph' } }],
  })
})

test('what was known stays: a status until it is read anew, rows of a subscription that is left out', async () => {
  const azure = azureOn(script(others).send)
  const { inventories } = await azure.inventories([SUBSCRIPTION])
  const before = await azure.resource(CONNECTION)
  if (!before.ok) throw new Error('no connection')
  const previous = inventories.map((one) => ({ ...one, resources: [before.value] }))
  const again = await azure.inventories([SUBSCRIPTION], { previous })
  expect(again.inventories[0]?.resources).toEqual([before.value])

  const refused = scripted([
    ['resources?', ({ body = '' }) => (body.includes('containers') ? json({}, 500) : json({ data: [] }))],
  ])
  const lost = await azureOn(refused.send).inventories([SUBSCRIPTION], { previous })
  expect(lost.inventories[0]).toMatchObject({
    resources: [{ id: CONNECTION }],
    unreadable: [{ what: 'everything', error: { kind: 'server', status: 500 } }],
  })
})

describe('when Resource Graph fails', () => {
  const all = [SUBSCRIPTION, ...others]
  const refusal = (status: number) => json({ error: { code: 'Refused', message: 'x' } }, status)
  // Waiting for a throttled lane takes a clock that goes.
  const passing = () => {
    let now = 2_000
    return () => (now += 1_000)
  }
  const known = async () => {
    const azure = azureOn(script(others).send)
    const { inventories } = await azure.inventories(all)
    return inventories
  }
  const graphRequests = (asked: readonly WireRequest[]) =>
    asked.filter(({ url }) => url.includes('ResourceGraph')).length

  test('it is asked again, like any read', async () => {
    let failures = 2
    const good = script(others)
    const { send, asked } = scripted([
      ['ResourceGraph', (request) => (failures-- > 0 ? refusal(503) : good.send(request))],
    ])
    const { inventories } = await azureOn(send).inventories(all)
    expect(asked).toHaveLength(4)
    expect(inventories.flatMap(({ resources }) => resources.map(({ id }) => id))).toEqual([CONNECTION])
  })

  test.each([
    ['network', 1, () => Promise.reject(noAnswer())],
    ['auth', 1, () => refusal(401)],
  ] as const)(
    '%s: asking each subscription would fail too, so what was known stays',
    async (kind, times, reply) => {
      const previous = await known()
      const { send, asked } = scripted([['ResourceGraph', reply]])
      const { inventories } = await azureOn(send, passing()).inventories(all, { previous })
      expect([asked.length, graphRequests(asked)]).toEqual([times, times])
      expect(inventories.map(({ subscriptionId }) => subscriptionId)).toEqual(all)
      expect(inventories[0]).toMatchObject({ resources: [{ id: CONNECTION }], readAt: 1_000, phase: 'done' })
      for (const { subscriptionId, unreadable } of inventories)
        expect(unreadable).toMatchObject([
          { what: 'everything', scope: `/subscriptions/${subscriptionId}`, error: { kind } },
        ])
    },
  )

  test('rows of the pages before it stay', async () => {
    const { send } = scripted([
      [
        'ResourceGraph',
        ({ body = '' }) =>
          body.includes('skipToken":') ? refusal(401) : json({ data: [row], $skipToken: 'two' }),
      ],
    ])
    const { inventories } = await azureOn(send, passing()).inventories(all)
    expect(inventories[0]).toMatchObject({
      resources: [{ id: CONNECTION }],
      unreadable: [{ error: { kind: 'auth' } }],
    })
  })

  test('a refusal is gone round by reading live; meanwhile every subscription keeps what was known', async () => {
    const previous = (await known()).toReversed()
    const { send, asked } = scripted([['ResourceGraph', refusal(403)]])
    const seen: Inventories[] = []
    const { inventories } = await azureOn(send).inventories(
      previous.map(({ subscriptionId }) => subscriptionId),
      { previous, onProgress: (snapshot) => void seen.push(snapshot()) },
    )
    expect(graphRequests(asked)).toBe(1)
    expect(asked.length).toBeGreaterThan(all.length)
    expect(new Set(seen.map((one) => one.inventories.length))).toEqual(new Set([all.length]))
    // The last to be begun.
    expect(seen[1]?.inventories.at(-1)).toMatchObject({
      subscriptionId: SUBSCRIPTION,
      resources: [{ id: CONNECTION }],
      phase: 'lists',
    })
    expect(inventories.at(-1)).toMatchObject({ resources: [], unreadable: [], phase: 'done' })
  })
})
