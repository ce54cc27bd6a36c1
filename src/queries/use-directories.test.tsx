import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import type { Session } from '../azure/session.ts'
import type { HubError } from '../model/errors.ts'
import { useDirectorySignIn } from './use-directories.ts'
import { SessionProvider } from './use-session.ts'

const FABRIKAM = '/tenants/fabrikam'

test.each<[string, string, Partial<HubError>, boolean]>([
  ['a directory that asks for one', FABRIKAM, { signIn: 'helps' }, true],
  ['a refusal that nobody explained', FABRIKAM, {}, true],
  ['a directory whose rules let nobody in', FABRIKAM, { signIn: 'refused' }, false],
  ['a directory that did not answer', FABRIKAM, { kind: 'network' }, false],
  ['what is no directory', '/subscriptions/aa', { signIn: 'helps' }, false],
])('a sign-in is offered to %s, or not', (_, scope, says, offered) => {
  const signIn = vi.fn<Session['signIn']>(() => Promise.resolve())
  // Only what is asked for.
  const session = { signIn, subscribe: () => () => undefined } as unknown as Session
  const error: HubError = { kind: 'auth', code: 'X', message: '', details: [], ...says }
  const { result } = renderHook(() => useDirectorySignIn({ scope, what: 'x', action: 'y', error }), {
    wrapper: ({ children }: { children: ReactNode }) => (
      <SessionProvider value={session}>{children}</SessionProvider>
    ),
  })
  expect(result.current !== undefined).toBe(offered)
})
