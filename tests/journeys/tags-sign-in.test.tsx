import { FluentProvider, webLightTheme } from '@fluentui/react-components'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, screen, within } from '@testing-library/react'
import { MemoryRouter } from 'react-router-dom'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Azure } from '../../src/azure/azure.ts'
import type { Session } from '../../src/azure/session.ts'
import type { Writes } from '../../src/azure/write.ts'
import { ok } from '../../src/lib/result.ts'
import type { SessionState, SignInNeed } from '../../src/model/account.ts'
import { HubFailure } from '../../src/model/errors.ts'
import type { Reach } from '../../src/model/inventory.ts'
import { AzureProvider } from '../../src/queries/use-azure.ts'
import { OwnerProvider } from '../../src/queries/use-owner.ts'
import { SessionProvider } from '../../src/queries/use-session.ts'
import { gateway } from '../../src/features/resource/estate.fixture.ts'
import { TagsEditing } from '../../src/features/resource/tags/TagsEditing.tsx'
import { draw } from '../support/draw.ts'

const BEFORE = gateway({ tags: { env: 'prod' }, body: { tags: { env: 'prod' } } })
const NEED: SignInNeed = { why: 'challenge', claims: '{"acr":"c1"}' }

function session(needs: SignInNeed[], id = 'ann') {
  const state: SessionState = {
    is: 'signedIn',
    account: { id, username: `${id}@contoso.example`, tenantId: 't' },
    needs,
  }
  const signIn = vi.fn<Session['signIn']>(() => Promise.resolve())
  const fake: Session = {
    subscribe: () => () => undefined,
    getSnapshot: () => state,
    accounts: () => [state.account],
    credential: { getToken: () => Promise.resolve(null) },
    challenged: () => new HubFailure({ kind: 'auth', code: 'SignInNeeded', message: '', details: [] }),
    signIn,
    switchTo: () => Promise.resolve(),
    signOut: () => Promise.resolve(),
  }
  return { fake, signIn }
}

const NOWHERE: Reach = { subscriptions: [], tenants: [], unreadable: [] }

/** The page of a gateway as it stands after a load, for somebody. */
function show({ fake }: ReturnType<typeof session>, owner = 'ann') {
  const send = vi.fn<Writes['send']>(() => Promise.resolve({ is: 'done', resource: BEFORE, by: 'answer' }))
  const look: Writes['look'] = () => Promise.resolve(ok({ resource: BEFORE, stands: 'asBefore' }))
  // Only what this part of the page asks for.
  const azure = {
    writes: () => Promise.resolve({ send, look }),
    permissions: () => Promise.resolve(ok([{ actions: ['*'], notActions: [] }])),
    locks: () => Promise.resolve(ok([])),
    subscriptions: () => Promise.resolve(ok(NOWHERE)),
  } as unknown as Azure
  const shown = draw(
    <FluentProvider theme={webLightTheme}>
      <QueryClientProvider client={new QueryClient()}>
        <AzureProvider value={azure}>
          <SessionProvider value={fake}>
            <OwnerProvider value={owner}>
              <MemoryRouter>
                <TagsEditing resource={BEFORE} />
              </MemoryRouter>
            </OwnerProvider>
          </SessionProvider>
        </AzureProvider>
      </QueryClientProvider>
    </FluentProvider>,
  )
  return { send, ...shown }
}

const form = () => screen.findByRole('dialog', {}, { timeout: 30_000 })

describe('a change while a sign-in is needed', () => {
  it('waits, is kept over the way to the sign-in page and back, and goes at a click', async () => {
    const user = userEvent.setup()
    const leaving = session([NEED])
    const before = show(leaving)
    await user.click(await screen.findByRole('button', { name: 'Edit tags' }))
    fireEvent.change(within(await form()).getByRole('textbox', { name: 'Value of tag 1' }), {
      target: { value: 'test' },
    })
    await user.click(await screen.findByRole('button', { name: 'Apply' }))
    expect(await screen.findByText('Waiting for sign-in.')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Sign in to continue' }))
    expect(leaving.signIn).toHaveBeenCalledWith({ need: NEED })
    expect(before.send).not.toHaveBeenCalled()
    before.unmount()

    // Somebody else in the same tab sees nothing of it.
    const other = show(session([], 'bob'), 'bob')
    expect(await screen.findByRole('button', { name: 'Edit tags' })).toBeVisible()
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument()
    other.unmount()

    const after = show(session([]))
    expect(within(await form()).getByRole('textbox', { name: 'Value of tag 1' })).toHaveValue('test')
    expect(screen.getByText(/Not sent: a sign-in was needed/)).toBeVisible()
    expect(after.send).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Send now' }))
    expect(after.send).toHaveBeenCalledOnce()
    expect(after.send.mock.calls[0]?.[0]).toMatchObject({
      changes: [{ path: ['tags', 'env'], from: 'prod', to: 'test' }],
    })
  })

  it('goes when the need is of a directory that has nothing to do with it', async () => {
    const user = userEvent.setup()
    const { send } = show(session([{ why: 'tenant', tenantId: 'another' }]))
    await user.click(await screen.findByRole('button', { name: 'Edit tags' }))
    fireEvent.change(within(await form()).getByRole('textbox', { name: 'Value of tag 1' }), {
      target: { value: 'test' },
    })
    await user.click(await screen.findByRole('button', { name: 'Apply' }))
    expect(send).toHaveBeenCalledOnce()
  })
})
