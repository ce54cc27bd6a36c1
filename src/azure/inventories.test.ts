import { beforeAll, expect, test } from 'vitest'
import { azureOn, json, networkId, scripted, SUBSCRIPTION } from './scripted.ts'

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
