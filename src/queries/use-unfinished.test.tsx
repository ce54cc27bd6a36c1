import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, test } from 'vitest'
import type { Azure } from '../azure/azure.ts'
import { AzureProvider } from './use-azure.ts'
import { OwnerProvider } from './use-owner.ts'
import { useUnfinished } from './use-unfinished.ts'

afterEach(() => localStorage.clear())

function unfinished(kept: Record<string, object>) {
  for (const [name, value] of Object.entries(kept))
    localStorage.setItem(`hub/ann/${name}`, JSON.stringify(value))
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <AzureProvider value={{} as Azure}>
        <OwnerProvider value="ann">{children}</OwnerProvider>
      </AzureProvider>
    </QueryClientProvider>
  )
  return renderHook(() => useUnfinished(), { wrapper }).result.current()
}

const run = (state: object) => ({
  id: '/d',
  name: 'd',
  startedAt: 1,
  origin: { wizard: 'site-to-site' },
  state,
})

test('nothing is lost where nothing was begun, or all of it has ended', () => {
  expect(unfinished({})).toEqual([])
  expect(unfinished({ 'runs.1/a': run({ is: 'succeeded', by: 'answer', at: 2 }) })).toEqual([])
})

test('a plan that was begun in any tab, and a deployment that has not ended', () => {
  expect(
    unfinished({
      'wizards.1/w': { wizard: 'site-to-site', name: 'p', answers: {}, left: [], at: 1 },
      'runs.1/a': run({ is: 'running', step: 'running' }),
    }),
  ).toEqual(['plans', 'runs'])
})
