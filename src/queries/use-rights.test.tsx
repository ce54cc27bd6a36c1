import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import type { Azure } from '../azure/azure.ts'
import { err, ok } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { readOnlyStore } from './use-read-only.ts'
import { rightsRefused } from './rights-query.ts'
import { AzureProvider } from './use-azure.ts'
import { useRight } from './use-rights.ts'

const SCOPE = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/connections/c'
const WRITE = 'Microsoft.Network/connections/write'
const refused: HubError = { kind: 'forbidden', code: 'AuthorizationFailed', message: 'No.', details: [] }

function rightOf(azure: Partial<Azure>) {
  const client = new QueryClient()
  // Only what is asked of it is there.
  const whole = {
    subscriptions: () => Promise.resolve(ok({ subscriptions: [], tenants: [], unreadable: [] })),
    ...azure,
  } as Azure
  const { result } = renderHook(() => [useRight(WRITE, SCOPE), useRight(WRITE, SCOPE.toUpperCase())], {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>
        <AzureProvider value={whole}>{children}</AzureProvider>
      </QueryClientProvider>
    ),
  })
  return { client, is: () => result.current[0]?.is }
}

test('is read once for a scope, and again after a refusal', async () => {
  const permissions = vi
    .fn<Azure['permissions']>()
    .mockResolvedValueOnce(ok([{ actions: ['*'], notActions: [] }]))
    .mockResolvedValue(ok([{ actions: ['*/read'], notActions: [] }]))
  const locks = vi.fn<Azure['locks']>().mockResolvedValue(ok([]))
  const { client, is } = rightOf({ permissions, locks })
  expect(is()).toBe('reading')
  await waitFor(() => expect(is()).toBe('allowed'))
  expect([permissions, locks].map((one) => one.mock.calls.length)).toEqual([1, 1])

  rightsRefused(client, { ...refused, kind: 'server', code: 'InternalServerError' })
  expect(permissions).toHaveBeenCalledTimes(1)
  rightsRefused(client, refused)
  await waitFor(() => expect(is()).toBe('missing'))
})

test('what was read before stays true when reading it again fails', async () => {
  const permissions = vi
    .fn<Azure['permissions']>()
    .mockResolvedValueOnce(ok([{ actions: ['*/read'], notActions: [] }]))
    .mockResolvedValue(err({ ...refused, kind: 'network', code: 'NoAnswer' }))
  const { client, is } = rightOf({ permissions, locks: () => Promise.resolve(ok([])) })
  await waitFor(() => expect(is()).toBe('missing'))
  rightsRefused(client, refused)
  await waitFor(() => expect(client.isFetching()).toBe(0))
  expect(permissions).toHaveBeenCalledTimes(2)
  expect(is()).toBe('missing')
})

test('what cannot be read forbids nothing', async () => {
  const { is } = rightOf({
    permissions: () => Promise.resolve(err(refused)),
    locks: () => Promise.resolve(ok([])),
  })
  await waitFor(() => expect(is()).toBe('unknown'))
})

test('the switch comes first, at once', async () => {
  const { is } = rightOf({
    permissions: () => Promise.resolve(ok([{ actions: ['*'], notActions: [] }])),
    locks: () => Promise.resolve(ok([])),
  })
  await waitFor(() => expect(is()).toBe('allowed'))
  act(() => readOnlyStore.set(true))
  expect(is()).toBe('readOnly')
  act(() => readOnlyStore.set(false))
  expect(is()).toBe('allowed')
})
