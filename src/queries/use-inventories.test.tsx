import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { Azure } from '../azure/azure.ts'
import { azureOn, json, networkId, type Script, scripted, SUBSCRIPTION } from '../azure/scripted.ts'
import { ok } from '../lib/result.ts'
import type { Reach } from '../model/inventory.ts'
import type { Resource } from '../model/resources/resource.ts'
import { AzureProvider } from './use-azure.ts'
import { useInventories } from './use-inventories.ts'
import { useRequestLog } from './use-request-log.ts'
import { useScope } from './use-scope.ts'

// A megabyte of SDK: loaded here, so that no test's time is spent on it.
beforeAll(async () => void (await import('../azure/network-sdk.ts')), 60_000)

const OTHER = '22222222-2222-2222-2222-222222222222'
const subscriptions = json({
  value: [
    { subscriptionId: SUBSCRIPTION, displayName: 'One' },
    { subscriptionId: OTHER, displayName: 'Two' },
  ],
})
const wans = json({ value: [{ id: networkId('virtualWans', 'wan'), properties: {} }] })
const working = () =>
  scripted([
    [/\/subscriptions\?/, subscriptions],
    [`${SUBSCRIPTION}/providers/Microsoft.Network/virtualWans`, wans],
  ])

interface Setting {
  client?: QueryClient
  clock?: () => number
  azure?: ReturnType<typeof azureOn>
}

function render(
  script: Script,
  { client = new QueryClient(), clock, azure = azureOn(script.send, clock) }: Setting = {},
) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <AzureProvider value={azure}>{children}</AzureProvider>
    </QueryClientProvider>
  )
  return renderHook(
    () => ({ one: useInventories(), two: useInventories(), scope: useScope(), log: useRequestLog() }),
    {
      wrapper,
    },
  )
}

afterEach(() => localStorage.clear())

test('from starting to done; every component gets the same arrays', async () => {
  const { result } = render(working())
  expect(result.current.one.phase).toBe('starting')
  await waitFor(() => expect(result.current.one.phase).toBe('done'))
  const { one, two, log } = result.current
  expect(one.inventories.map(({ resources }) => resources.length)).toEqual([1, 0])
  expect([one.inventories === two.inventories, one.subscriptions === two.subscriptions]).toEqual([true, true])
  expect([one.readAt, one.error, log.length > 30]).toEqual([1_000, undefined, true])
})

test('a subscription left out is not asked, and comes back', async () => {
  const script = working()
  const { result } = render(script)
  act(() => result.current.scope.select([OTHER.toUpperCase()]))
  await waitFor(() => expect(result.current.one.phase).toBe('done'))
  expect(result.current.scope.selected).toEqual([OTHER])
  expect(result.current.one.subscriptions.map(({ displayName }) => displayName)).toEqual(['Two'])
  expect(script.asked.some(({ url }) => url.includes(SUBSCRIPTION))).toBe(false)
  act(() => result.current.scope.select('all'))
  await waitFor(() => expect(result.current.one.inventories).toHaveLength(2))
})

test('refresh asks again; meanwhile what was read stays', async () => {
  const script = working()
  const { result } = render(script)
  await waitFor(() => expect(result.current.one.phase).toBe('done'))
  const before = script.asked.length
  act(() => result.current.one.refresh())
  expect(result.current.one.inventories[0]?.resources).toHaveLength(1)
  await waitFor(() => expect(script.asked.length).toBe(2 * before))
})

test('when the subscriptions cannot be read, that is the error, also when more components come to look', async () => {
  const script = scripted([['GET', json({ error: { code: 'X', message: 'x' } }, 403)]])
  const client = new QueryClient()
  const azure = azureOn(script.send)
  const { result } = render(script, { client, azure })
  await waitFor(() => expect(result.current.one.error?.kind).toBe('forbidden'))
  render(script, { client, azure })
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)))
  expect(result.current.one.error?.kind).toBe('forbidden')
  expect(script.asked).toHaveLength(1)
})

test('without subscriptions there are no inventories', async () => {
  const { result } = render(scripted([['GET', json({ error: { code: 'X', message: 'x' } }, 403)]]))
  await waitFor(() => expect(result.current.one.error?.kind).toBe('forbidden'))
  expect(result.current.one.inventories).toEqual([])
})

const eleven = Array.from(
  { length: 11 },
  (_, index) => `${String(index).padStart(8, '0')}-0000-0000-0000-000000000000`,
)
const inFirst = (type: string, name: string) =>
  `/subscriptions/${eleven[0]}/resourceGroups/rg/providers/Microsoft.Network/${type}/${name}`
const row = (type: string, name: string) => ({
  id: inFirst(type, name),
  type: `microsoft.network/${type.toLowerCase()}`,
  properties: {},
})
const tooMany = (connection: Parameters<typeof json>) =>
  scripted([
    [/\/subscriptions\?/, json({ value: eleven.map((subscriptionId) => ({ subscriptionId })) })],
    [
      'ResourceGraph',
      ({ body = '' }) =>
        body.includes('resourcecontainers')
          ? json({ data: eleven.slice(1).map((subscriptionId) => ({ subscriptionId })) })
          : json({ data: [row('virtualWans', 'wan'), row('connections', 'a'), row('connections', 'gone')] }),
    ],
    ['connections/gone?', json({ error: { code: 'ResourceNotFound', message: 'x' } }, 404)],
    ['connections/a?', json(...connection)],
  ])
const statusOf = (inventories: { resources: Resource[] }[]) =>
  inventories.flatMap(({ resources }) =>
    resources.flatMap((one) => (one.kind === 'connection' ? [`${one.name} ${one.connectionStatus}`] : [])),
  )

test('more than ten are read through Resource Graph, statuses afterwards', async () => {
  const connected = { id: inFirst('connections', 'a'), properties: { connectionStatus: 'Connected' } }
  const script = tooMany([connected])
  let now = 1_000
  const { result } = render(script, { clock: () => now++ })
  await waitFor(() => expect(result.current.one.phase).toBe('done'))
  expect(result.current.one.inventories).toHaveLength(11)
  await waitFor(() => expect(statusOf(result.current.one.inventories)).toEqual(['a Connected']))
  const lines = script.asked.map(({ method, url }) => `${method} ${new URL(url).pathname}`)
  expect(lines).toEqual([
    'GET /subscriptions',
    'POST /providers/Microsoft.ResourceGraph/resources',
    'POST /providers/Microsoft.ResourceGraph/resources',
    `GET ${inFirst('connections', 'a')}`,
    `GET ${inFirst('connections', 'gone')}`,
  ])
  act(() => result.current.one.refresh())
  await waitFor(() => expect(script.asked).toHaveLength(2 * lines.length))
  expect(result.current.one.inventories.flatMap(({ unreadable }) => unreadable)).toEqual([])
})

test('a status that is refused is told, and the connection stays not checked', async () => {
  const { result } = render(tooMany([{ error: { code: 'AuthorizationFailed', message: 'x' } }, 403]))
  await waitFor(() =>
    expect(result.current.one.inventories[0]?.unreadable).toMatchObject([
      { what: 'connection status', scope: inFirst('connections', 'a'), error: { kind: 'forbidden' } },
    ]),
  )
  expect(statusOf(result.current.one.inventories)).toEqual(['a undefined'])
})

test('a status that is refused again is told once', async () => {
  const script = tooMany([{ error: { code: 'AuthorizationFailed', message: 'x' } }, 403])
  const client = new QueryClient()
  const azure = azureOn(script.send)
  const statuses = () => script.asked.filter(({ url }) => url.includes('connections/a?')).length
  for (const times of [1, 2, 3]) {
    const { result, unmount } = render(script, { client, azure })
    await waitFor(() => expect(statuses()).toBe(times))
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
    expect(result.current.one.inventories[0]?.unreadable).toMatchObject([{ what: 'connection status' }])
    unmount()
    await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  }
})

test('what one directory has is read while others are awaited; what was chosen of those is waited for', async () => {
  const [one, two] = [SUBSCRIPTION, OTHER].map((subscriptionId) => ({ subscriptionId, displayName: 'x' }))
  if (!one || !two) throw new Error('there are two')
  let arrive: (reach: Reach) => void = () => undefined
  const whole = new Promise<Reach>((resolve) => (arrive = resolve))
  const azure: Azure = {
    ...azureOn(working().send),
    async subscriptions(_, onEarly) {
      onEarly?.({ subscriptions: [one], tenants: [], unreadable: [], stillReading: 'otherDirectories' })
      return ok(await whole)
    },
  }
  const { result } = render(working(), { azure })
  const phases = () => result.current.one.inventories.map(({ phase }) => phase)
  await waitFor(() => expect(phases()).toEqual(['done']))
  expect(result.current.one.phase).toBe('lists')

  act(() => result.current.scope.select([OTHER]))
  expect(result.current.scope.selected).toEqual([])
  arrive({ subscriptions: [one, two], tenants: [], unreadable: [] })
  await waitFor(() => expect(result.current.scope.selected).toEqual([OTHER]))
  await waitFor(() => expect(result.current.one.phase).toBe('done'))
  act(() => result.current.scope.select('all'))
})
