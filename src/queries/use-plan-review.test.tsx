import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test } from 'vitest'
import { partOf } from '../../tests/support/part-of.ts'
import { scriptedSession } from '../../tests/support/session.ts'
import type { Azure } from '../azure/azure.ts'
import type { SessionState, SignInNeed } from '../model/account.ts'
import { PLAN } from '../model/plan/plan.fixture.ts'
import { AzureProvider } from './use-azure.ts'
import { EstateReader } from './use-estate.ts'
import { usePlanReview } from './use-plan-review.ts'
import { SessionProvider } from './use-session.ts'

const never = () => new Promise<never>(() => undefined)

test.each<[string, SignInNeed[], boolean]>([
  ['its own directory', [{ why: 'challenge', claims: '{}' }], true],
  ['another one', [{ why: 'tenant', tenantId: 'fabrikam' }], false],
  ['nothing', [], false],
])('a plan waits for a sign-in to %s: %j', (_, needs, waits) => {
  const state: SessionState = {
    is: 'signedIn',
    account: { id: 'ann', username: 'ann@contoso.example', tenantId: 'contoso' },
    needs,
  }
  const azure = partOf<Azure>({ subscriptions: never, inventories: never, deployments: never })
  const session = scriptedSession({ state })
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>
      <AzureProvider value={azure}>
        <SessionProvider value={session}>
          <EstateReader>{children}</EstateReader>
        </SessionProvider>
      </AzureProvider>
    </QueryClientProvider>
  )
  const { result } = renderHook(() => usePlanReview(PLAN, []), { wrapper })
  expect(result.current.needsSignIn).toBe(waits)
})
