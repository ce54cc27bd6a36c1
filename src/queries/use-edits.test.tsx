import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { partOf } from '../../tests/support/part-of.ts'
import { scriptedSession } from '../../tests/support/session.ts'
import type { Azure } from '../azure/azure.ts'
import { ok, type Result } from '../lib/result.ts'
import type { SessionState } from '../model/account.ts'
import type { HubError } from '../model/errors.ts'
import type { Reach } from '../model/inventory.ts'
import { AzureProvider } from './use-azure.ts'
import { useEdits, useNeedOf } from './use-edits.ts'
import { OwnerProvider } from './use-owner.ts'
import { SessionProvider } from './use-session.ts'

test('the need of a resource is found when its directory is known, however the id of that is spelled', async () => {
  const need = { why: 'tenant' as const, tenantId: 'FABRIKAM' }
  const state: SessionState = {
    is: 'signedIn',
    account: { id: 'ann', username: 'ann@contoso.example', tenantId: 'contoso' },
    needs: [need],
  }
  let arrive: (read: Result<Reach, HubError>) => void = () => undefined
  const reach = new Promise<Result<Reach, HubError>>((resolve) => (arrive = resolve))
  const azure = partOf<Azure>({ subscriptions: () => reach })
  const session = scriptedSession({ state })
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <AzureProvider value={azure}>
        <SessionProvider value={session}>{children}</SessionProvider>
      </AzureProvider>
    </QueryClientProvider>
  )
  const { result } = renderHook(() => useNeedOf('/subscriptions/AA/resourceGroups/rg'), { wrapper })
  expect(result.current).toBeUndefined()
  await act(async () => {
    arrive(
      ok({
        subscriptions: [{ subscriptionId: 'aa', displayName: 'Lab', tenantId: 'fabrikam' }],
        tenants: [],
        unreadable: [],
      }),
    )
    await reach
  })
  await waitFor(() => expect(result.current).toEqual(need))
})

test('what another directory has delegated goes with the sign-in of the own one', async () => {
  const state: SessionState = {
    is: 'signedIn',
    account: { id: 'ann', username: 'ann@contoso.example', tenantId: 'contoso' },
    needs: [{ why: 'expired' }],
  }
  const reach: Reach = {
    subscriptions: [{ subscriptionId: 'aa', displayName: 'Theirs', tenantId: 'fabrikam' }],
    tenants: [{ tenantId: 'CONTOSO' }],
    unreadable: [],
  }
  const azure = partOf<Azure>({ subscriptions: () => Promise.resolve(ok(reach)) })
  const session = scriptedSession({ state })
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <AzureProvider value={azure}>
        <SessionProvider value={session}>{children}</SessionProvider>
      </AzureProvider>
    </QueryClientProvider>
  )
  const { result } = renderHook(() => useNeedOf('/subscriptions/aa/resourceGroups/rg'), { wrapper })
  await waitFor(() => expect(client.isFetching()).toBe(0))
  await waitFor(() => expect(result.current).toEqual({ why: 'expired' }))
})

test.each([
  [undefined, 'azure'],
  ['ann', 'browser'],
] as const)('the own times of %s are taken for typical ones: %s', (owner, of) => {
  const reset = {
    method: 'POST',
    id: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworkGateways/gw',
    segment: 'reset',
  } as const
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <AzureProvider value={partOf<Azure>({})}>
        <OwnerProvider value={owner}>{children}</OwnerProvider>
      </AzureProvider>
    </QueryClientProvider>
  )
  const { times } = renderHook(() => useEdits(), { wrapper }).result.current
  for (let run = 0; run < 3; run++) times.add(reset, 1_000)
  expect(times.typicalOf(reset)?.of).toBe(of)
  localStorage.clear()
})
