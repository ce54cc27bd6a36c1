import type { TokenCredential } from '@azure/core-auth'
import { BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser'
import { describe, expect, it, vi } from 'vitest'
import type { SignInNeed } from '../../model/account.ts'
import { CLOUDS } from '../../model/clouds.ts'
import { ALEX, type FakeApplication, fakeApplication, OTHER, result } from './fake-application.ts'
import { createTokens } from './tokens.ts'

const SCOPE = CLOUDS.public.scope

function tokens(
  own: TokenCredential['getToken'] = () => Promise.resolve({ token: 'own', expiresOnTimestamp: 1 }),
  application: FakeApplication = fakeApplication({ accounts: [ALEX], active: ALEX }),
  anyDirectory = true,
) {
  const needs: SignInNeed[] = []
  const asked = vi.fn(own)
  const made = createTokens({
    application,
    ownCredential: () => Promise.resolve({ getToken: asked }),
    cloud: CLOUDS.public,
    anyDirectory,
    attempts: { of: () => 0 },
    state: () => ({
      is: 'signedIn',
      account: { id: 'a', username: 'a', tenantId: ALEX.tenantId },
      needs: [],
    }),
    staying: () => Promise.resolve(),
    onNeed: (need) => void needs.push(need),
  })
  return { ...made, needs, asked, application }
}

const needsPerson = () =>
  Promise.reject(
    new InteractionRequiredAuthError('interaction_required', '', 'AADSTS50076: A second factor.'),
  )

/** The own directory's token does not come: Azure Identity never says why, MSAL does. */
function without(silent: FakeApplication['silent']) {
  return tokens(
    () => Promise.reject(new Error('Automatic authentication has been disabled.')),
    fakeApplication({ accounts: [ALEX], active: ALEX, silent }),
  )
}

describe('tokens', () => {
  it("come from Azure Identity for the account's own directory, however it is spelled", async () => {
    const { credential, asked, application } = tokens()
    expect(await credential.getToken(SCOPE)).toMatchObject({ token: 'own' })
    await credential.getToken(SCOPE, { tenantId: ALEX.tenantId.toUpperCase() })
    expect(asked.mock.calls).toEqual([
      [[SCOPE], {}],
      [[SCOPE], {}],
    ])
    expect(application.asked).toEqual([])
  })

  it('come from MSAL for another one, which must not find those of the own one in its cache', async () => {
    const { credential, asked, application } = tokens()
    application.silent = (request) => Promise.resolve(result(ALEX, `for ${request.account?.tenantId}`))
    expect(await credential.getToken(SCOPE, { tenantId: OTHER })).toMatchObject({ token: `for ${OTHER}` })
    expect(application.asked).toMatchObject([
      {
        scopes: [SCOPE],
        authority: `https://login.microsoftonline.com/${OTHER}`,
        account: { homeAccountId: ALEX.homeAccountId, tenantId: OTHER },
      },
    ])
    expect(asked).not.toHaveBeenCalled()
  })

  it('that need a person become one need, and nothing more is asked', async () => {
    const { credential, application, needs } = without(needsPerson)
    const both = await Promise.allSettled([credential.getToken(SCOPE), credential.getToken(SCOPE)])
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({
      error: { kind: 'auth', code: 'SignInNeeded', details: [{ code: 'AADSTS50076' }] },
    })
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect(application.asked).toEqual([
      { scopes: [SCOPE], account: ALEX },
      { scopes: [SCOPE], account: ALEX },
    ])
    expect(needs).toEqual([{ why: 'expired' }])
  })

  it('that nobody answered for are asked for again', async () => {
    const { credential, asked, needs } = without(() =>
      Promise.reject(new BrowserAuthError('post_request_failed', '')),
    )
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ error: { kind: 'network' } })
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ error: { kind: 'network' } })
    expect(asked).toHaveBeenCalledTimes(2)
    expect(needs).toEqual([])
  })

  it('that a rule refuses say which', async () => {
    const { credential, needs } = without(() =>
      Promise.reject(new ServerError('invalid_grant', '', 'AADSTS53003: Blocked by Conditional Access.')),
    )
    await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ error: { code: 'BlockedByDirectory' } })
    expect(needs).toMatchObject([{ why: 'expired', because: { code: 'BlockedByDirectory' } }])
  })

  it('a directory that never gave one stops nothing but itself', async () => {
    const { credential, application, needs } = tokens()
    application.silent = needsPerson
    await expect(credential.getToken(SCOPE, { tenantId: OTHER })).rejects.toMatchObject({
      error: { code: 'SignInNeeded', target: `/tenants/${OTHER}` },
    })
    await expect(credential.getToken(SCOPE, { tenantId: OTHER })).rejects.toThrow()
    expect(application.asked).toHaveLength(1)
    expect(needs).toEqual([])
    expect(await credential.getToken(SCOPE)).toMatchObject({ token: 'own' })
  })

  it.each([
    [false, 'DirectoryNotServed'],
    [true, 'ClientNotFound'],
  ])(
    'a directory that does not know the app is none of its own where it is for one directory (any: %s)',
    async (any, code) => {
      const { credential, application, needs } = tokens(undefined, undefined, any)
      application.silent = () =>
        Promise.reject(new ServerError('unauthorized_client', '', 'AADSTS700016: Application not found.'))
      await expect(credential.getToken(SCOPE, { tenantId: OTHER })).rejects.toMatchObject({
        error: { kind: 'auth', code, signIn: 'refused', target: `/tenants/${OTHER}` },
      })
      expect(needs).toEqual([])
    },
  )

  it('a directory that gave one before needs a sign-in of its own', async () => {
    const { credential, application, needs } = tokens()
    await credential.getToken(SCOPE, { tenantId: OTHER })
    application.silent = () =>
      Promise.reject(new InteractionRequiredAuthError('interaction_required', '', 'x', '', '', '', '{"b":2}'))
    await expect(credential.getToken(SCOPE, { tenantId: OTHER })).rejects.toThrow()
    expect(needs).toEqual([{ why: 'tenant', tenantId: OTHER, claims: '{"b":2}' }])
  })

  it('a challenge is tried once unseen, then is a need that holds its claims', async () => {
    const own = vi
      .fn<TokenCredential['getToken']>()
      .mockResolvedValueOnce({ token: 'more', expiresOnTimestamp: 1 })
      .mockRejectedValue(new Error('Automatic authentication has been disabled.'))
    const { credential, needs, asked, application } = tokens(own)
    application.silent = needsPerson
    expect(await credential.getToken(SCOPE, { claims: '{"a":1}' })).toMatchObject({ token: 'more' })
    expect(asked).toHaveBeenLastCalledWith([SCOPE], { claims: '{"a":1}' })
    await expect(credential.getToken(SCOPE, { claims: '{"a":1}' })).rejects.toThrow()
    await expect(credential.getToken(SCOPE)).rejects.toThrow()
    expect(asked).toHaveBeenCalledTimes(2)
    expect(application.asked).toEqual([{ scopes: [SCOPE], account: ALEX, claims: '{"a":1}' }])
    expect(needs).toEqual([{ why: 'challenge', claims: '{"a":1}' }])
  })

  it('a challenge that a renewed token does not meet is a need at once', async () => {
    const { credential, challenged, needs, asked } = tokens()
    expect(challenged('{"a":1}', OTHER).error).toMatchObject({ kind: 'auth', target: `/tenants/${OTHER}` })
    expect(challenged('{"a":1}', OTHER.toUpperCase()).error).toMatchObject({ kind: 'auth' })
    challenged('{"c":3}', undefined)
    expect(needs).toEqual([
      { why: 'challenge', tenantId: OTHER, claims: '{"a":1}' },
      { why: 'challenge', claims: '{"c":3}' },
    ])
    await expect(credential.getToken(SCOPE)).rejects.toThrow('more proof')
    expect(asked).not.toHaveBeenCalled()
  })

  it('proof that is asked for after the sign-in has ended goes with the same sign-in', () => {
    const { challenged, needs } = tokens()
    challenged(undefined, undefined)
    challenged(undefined, undefined)
    challenged('{"a":1}', undefined)
    challenged('{"b":2}', undefined)
    expect(needs).toEqual([{ why: 'expired' }, { why: 'challenge', claims: '{"a":1}' }])
  })

  it('a refusal whose challenge the browser hides is a plain need', () => {
    const { challenged, needs } = tokens()
    expect(challenged(undefined, undefined).error).toMatchObject({ kind: 'auth', code: 'SignInNeeded' })
    challenged(undefined, OTHER)
    expect(needs).toEqual([{ why: 'expired' }, { why: 'tenant', tenantId: OTHER }])
  })
})
