import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Unreadable } from '../../model/inventory.ts'
import { SessionProvider } from '../../queries/use-session.ts'
import { ALEX, scriptedSession, signedIn } from '../../../tests/support/session.ts'
import { UnreadableNotice } from './UnreadableNotice.tsx'

// Slow is not wrong on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

const FABRIKAM = { tenantId: 'f1', displayName: 'Fabrikam' }

function directory(kind: 'auth' | 'forbidden', code: string): Unreadable {
  return {
    scope: '/tenants/f1',
    what: 'subscriptions',
    action: 'Microsoft.Resources/subscriptions/read',
    error: { kind, code, message: 'Its words.', details: [] },
  }
}

function show(part: Unreadable) {
  const session = scriptedSession({ state: signedIn(ALEX) })
  render(
    <SessionProvider value={session}>
      <UnreadableNotice
        unreadable={[part]}
        subscriptions={[]}
        tenants={[FABRIKAM]}
        onRetry={() => undefined}
      />
    </SessionProvider>,
  )
  return session
}

it('names a directory that asks for a sign-in of its own, with the way in', async () => {
  const session = show(directory('auth', 'SignInNeeded'))
  expect(document.body).toHaveTextContent('Directory Fabrikam could not be read')
  expect(document.body).toHaveTextContent('It asks for a sign-in of its own.')
  expect(screen.getByRole('button', { name: 'Sign in to Fabrikam' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Sign in to Fabrikam' }))
  expect(session.asked).toEqual(['signIn {"need":{"why":"tenant","tenantId":"f1"}}'])
})

it('offers no sign-in to a directory that refuses', () => {
  show(directory('forbidden', 'AuthorizationFailed'))
  expect(document.body).toHaveTextContent('Your account lacks Microsoft.Resources/subscriptions/read')
  expect(screen.queryByRole('button', { name: /Sign in/ })).toBeNull()
})
