import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { azureOn, json, networkId, type Script, scripted, SUBSCRIPTION } from '../azure/scripted.ts'
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

function render(script: Script, { client = new QueryClient(), azure = azureOn(script.send) } = {}) {
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
