import { ServerError } from '@azure/msal-browser'
import { describe, expect, it, vi } from 'vitest'
import {
  ALEX,
  fakeApplication,
  type FakeApplication,
  fakePage,
  fakeStores,
  result,
} from './fake-application.ts'
import { open } from './session.fixture.ts'

describe('what ARM goes on refusing', () => {
  /** A tab in which every sign-in comes back and changes nothing. */
  function tab() {
    const stores = fakeStores()
    const at = { now: 0 }
    const back = (answer?: FakeApplication['answer']) => {
      const application = fakeApplication({ accounts: [ALEX], active: ALEX, ...(answer && { answer }) })
      return open({ application, page: fakePage('/', true), stores, clock: () => at.now })
    }
    /** @returns what the sign-in asked for, or why there was none */
    const challenge = async (answer: FakeApplication['answer'], claims?: string) => {
      const { session, application } = await back(answer)
      const failure = session.challenged(claims, undefined)
      const state = session.getSnapshot()
      const need = state.is === 'signedIn' ? state.needs[0] : undefined
      if (!need) return failure.error
      void session.signIn({ need })
      await vi.waitFor(() => expect(application.logins).toHaveLength(1))
      return application.logins[0]
    }
    return { challenge, at }
  }
  const signedIn = result(ALEX, 'token')

  it('is signed in for as it is, then with everything asked anew, then fails by itself', async () => {
    const { challenge, at } = tab()
    expect(await challenge(undefined)).not.toHaveProperty('prompt')
    expect(await challenge(signedIn)).toMatchObject({ prompt: 'login', loginHint: 'alex@contoso.example' })
    const end = { kind: 'auth', code: 'SignInNotEnough', signIn: 'refused' }
    expect(await challenge(signedIn)).toMatchObject(end)
    expect(await challenge(undefined)).toMatchObject(end)
    at.now += 3_600_000
    expect(await challenge(undefined)).not.toHaveProperty('prompt')
  })

  it('is counted only where somebody did sign in, and for the same proof', async () => {
    const { challenge } = tab()
    expect(await challenge(undefined, '{"a":1}')).toMatchObject({ claims: '{"a":1}' })
    const cancelled = new ServerError('access_denied', '', 'AADSTS65004: Declined.')
    expect(await challenge(cancelled, '{"a":1}')).not.toHaveProperty('prompt')
    expect(await challenge(signedIn, '{"a":1}')).toMatchObject({ prompt: 'login', claims: '{"a":1}' })
    expect(await challenge(signedIn, '{"b":2}')).not.toHaveProperty('prompt')
  })
})
