import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { partOf } from '../../tests/support/part-of.ts'
import type { Azure } from '../azure/azure.ts'
import { err, ok } from '../lib/result.ts'
import { idOf, network } from '../../tests/support/resources.ts'
import { useAppliances } from './use-hub-children.ts'
import { AzureProvider } from './use-azure.ts'

const READ = network('nva-good')
const REFUSED = idOf('networkVirtualAppliances', 'nva-refused')

test('an appliance that cannot be read is told of, beside those that were', async () => {
  const client = new QueryClient()
  const azure = partOf<Azure>({
    resource: (id: string) =>
      Promise.resolve(
        id === READ.id
          ? ok(READ)
          : err({ kind: 'forbidden', code: 'AuthorizationFailed', message: 'No.', details: [] }),
      ),
  })
  const { result } = renderHook(() => [useAppliances([READ.id]), useAppliances([READ.id, REFUSED])], {
    wrapper: ({ children }: { children: ReactNode }) => (
      <QueryClientProvider client={client}>
        <AzureProvider value={azure}>{children}</AzureProvider>
      </QueryClientProvider>
    ),
  })
  expect(result.current[1]).toEqual({ read: [], refused: false, reading: true })
  await waitFor(() => expect(result.current[1]).toEqual({ read: [READ], refused: true, reading: false }))
  expect(result.current[0]).toEqual({ read: [READ], refused: false, reading: false })
})
