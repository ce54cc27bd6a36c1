import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import type { Azure } from '../azure/azure.ts'
import { PLAN } from '../model/plan/plan.fixture.ts'
import { AzureProvider } from './use-azure.ts'
import { useValidation } from './use-run.ts'

const PLACED = { ...PLAN, groups: [] }

test('a part of the app that does not load is told, and can be tried again', async () => {
  let asked = 0
  const deployments: Azure['deployments'] = () => {
    asked++
    return Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  }
  // Only what is asked of it is there.
  const azure = { deployments } as Azure
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const { result } = renderHook(() => useValidation(PLACED), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>
        <AzureProvider value={azure}>{children}</AzureProvider>
      </QueryClientProvider>
    ),
  })
  expect(result.current.validation.is).toBe('asking')
  await waitFor(() =>
    expect(result.current.validation).toMatchObject({
      is: 'notAsked',
      error: { code: 'Fault', message: 'Failed to fetch dynamically imported module' },
    }),
  )
  act(() => result.current.again())
  await waitFor(() => expect(asked).toBe(2))
})
