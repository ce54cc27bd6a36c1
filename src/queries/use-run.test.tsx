import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import type { Azure } from '../azure/azure.ts'
import type { Deployments } from '../azure/deployments.ts'
import { ok } from '../lib/result.ts'
import { PLAN } from '../model/plan/plan.fixture.ts'
import { AzureProvider } from './use-azure.ts'
import { useStartRun, useValidation } from './use-run.ts'

const PLACED = { ...PLAN, groups: [] }

function over(azure: Azure) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  return ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <AzureProvider value={azure}>{children}</AzureProvider>
    </QueryClientProvider>
  )
}

test('a part of the app that does not load is told, and can be tried again', async () => {
  let asked = 0
  const deployments: Azure['deployments'] = () => {
    asked++
    return Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
  }
  // Only what is asked of it is there.
  const azure = { deployments } as Azure
  const { result } = renderHook(() => useValidation(PLACED), { wrapper: over(azure) })
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

test('keys of what this plan does not make are not sent with it: Azure would refuse it whole', async () => {
  const sent: Parameters<Deployments['start']>[0][] = []
  const client: Pick<Deployments, 'whatIf' | 'isThere' | 'start' | 'read' | 'wait'> = {
    whatIf: () => Promise.resolve(ok([])),
    isThere: () => Promise.resolve(ok(false)),
    start(request) {
      sent.push(request)
      return Promise.resolve(ok({ is: 'begun' }))
    },
    read: () => new Promise(() => undefined),
    wait: () => new Promise(() => undefined),
  }
  const azure = { deployments: () => Promise.resolve(client as Deployments) } as Azure
  const { result } = renderHook(() => useStartRun(), { wrapper: over(azure) })
  const keys = { sharedKeyMalmo1: 'one', sharedKeyMalmo2: 'two' }
  const secrets = { ...keys, md5KeyOfWhatWaits: 'typed' }
  act(() => void result.current(PLACED, secrets, { wizard: 'expressroute' }))
  await waitFor(() => expect(sent).toHaveLength(1))
  expect(sent[0]?.secrets).toEqual(keys)
  expect(Object.keys(Object(sent[0]?.template.parameters))).toEqual(Object.keys(keys))
})
