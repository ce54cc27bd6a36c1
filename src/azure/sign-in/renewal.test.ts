// @vitest-environment jsdom
import { loadExternalTokens } from '@azure/msal-browser'
import { afterEach, expect, it, vi } from 'vitest'
import type { SignInNeed } from '../../model/account.ts'
import { CLOUDS } from '../../model/clouds.ts'
import { openApplication, openCredential } from './application.ts'
import { createTokens } from './tokens.ts'

// As browsers get it; here it would be the one for servers.
vi.mock('@azure/identity', () => import('../../../node_modules/@azure/identity/dist/browser/index.js'))

const HOME = 'aaaaaaaa-0000-4000-8000-000000000001'
const REGISTRATION = {
  cloud: CLOUDS.public,
  clientId: '11111111-aaaa-4bbb-8ccc-222222222222',
  tenantId: HOME,
  redirectUri: 'http://localhost:3000/',
}
const SCOPE = CLOUDS.public.scope

/** The whole of both libraries over a token endpoint that answers one after the other, the last one for ever. */
async function signedIn(answers: readonly (() => Promise<Response>)[], longest?: number) {
  const left = [...answers]
  const fetch = vi.fn(() => (left.length > 1 ? left.shift() : left[0])!())
  vi.stubGlobal('fetch', fetch)
  sessionStorage.clear()
  const application = await openApplication(REGISTRATION)
  const authority = `${CLOUDS.public.authorityHost}/${HOME}`
  const account = {
    homeAccountId: `alex.${HOME}`,
    environment: 'login.microsoftonline.com',
    tenantId: HOME,
    username: 'alex@contoso.example',
    localAccountId: 'alex',
  }
  await loadExternalTokens(
    { auth: { clientId: REGISTRATION.clientId, authority }, cache: { cacheLocation: 'sessionStorage' } },
    { scopes: [SCOPE], authority, account },
    { refresh_token: 'a renewal', token_type: 'Bearer' },
    {},
  )
  application.setActiveAccount(application.getAllAccounts()[0] ?? null)
  const needs: SignInNeed[] = []
  const { credential } = createTokens({
    application,
    ownCredential: () => openCredential(REGISTRATION),
    ...(longest !== undefined && { longest }),
    cloud: CLOUDS.public,
    anyDirectory: false,
    attempts: { of: () => 0 },
    state: () => ({ is: 'signedIn', account: { id: 'alex', username: 'alex', tenantId: HOME }, needs: [] }),
    staying: () => Promise.resolve(),
    onNeed: (need) => void needs.push(need),
  })
  return { credential, needs, fetch }
}

afterEach(() => void vi.unstubAllGlobals())

const lost = () => Promise.reject(new TypeError('Failed to fetch'))
const hangs = () => new Promise<Response>(() => undefined)
const gives = () =>
  Promise.resolve(
    Response.json({ token_type: 'Bearer', scope: SCOPE, expires_in: 3600, access_token: 'renewed' }),
  )
const refuses =
  (error: string, description: string, more: object = {}) =>
  () =>
    Promise.resolve(Response.json({ error, error_description: description, ...more }, { status: 400 }))

it('Azure Identity says of every reason that somebody has to sign in', async () => {
  await signedIn([lost])
  await expect((await openCredential(REGISTRATION)).getToken(SCOPE)).rejects.toMatchObject({
    name: 'AuthenticationRequiredError',
    message: expect.stringContaining('Automatic authentication has been disabled') as string,
  })
})

it('is renewed', async () => {
  const { credential, fetch } = await signedIn([gives])
  expect(await credential.getToken(SCOPE)).toMatchObject({ token: 'renewed' })
  expect(fetch).toHaveBeenCalledOnce()
})

it('without a network nobody has to sign in, and it is renewed when there is one', async () => {
  // Either library asks twice.
  const { credential, needs } = await signedIn([lost, lost, lost, lost, gives])
  await expect(credential.getToken(SCOPE)).rejects.toMatchObject({
    error: { kind: 'network', code: 'SignInUnreachable' },
  })
  expect(await credential.getToken(SCOPE)).toMatchObject({ token: 'renewed' })
  expect(needs).toEqual([])
})

it('a question that hangs is put anew, and held up by it no longer than that', async () => {
  const { credential, fetch } = await signedIn([hangs, gives], 20)
  expect(await credential.getToken(SCOPE)).toMatchObject({ token: 'renewed' })
  expect(fetch).toHaveBeenCalledTimes(2)
})

it('a sign-in that has ended is a need and no more', async () => {
  const { credential, needs } = await signedIn([
    refuses('interaction_required', 'AADSTS50078: The multi-factor sign-in has expired.'),
  ])
  await expect(credential.getToken(SCOPE)).rejects.toMatchObject({
    error: { code: 'SignInNeeded', details: [{ code: 'AADSTS50078' }] },
  })
  expect(needs).toEqual([{ why: 'expired' }])
})

it.each([
  ['ConsentMissing', 'invalid_grant', 'AADSTS65001: Nobody has consented.', { suberror: 'consent_required' }],
  ['BlockedByDirectory', 'interaction_required', 'AADSTS53003: Blocked by Conditional Access.', {}],
])('%s is told as such', async (code, error, description, more) => {
  const { credential, needs } = await signedIn([refuses(error, description, more)])
  await expect(credential.getToken(SCOPE)).rejects.toMatchObject({ error: { code } })
  expect(needs).toMatchObject([{ why: 'expired', because: { code } }])
})

it('the proof that the directory wants goes with the need', async () => {
  const claims = '{"access_token":{"capolids":{"essential":true,"values":["c1"]}}}'
  const { credential, needs } = await signedIn([
    refuses('interaction_required', 'AADSTS50076: Use multi-factor authentication.', { claims }),
  ])
  await expect(credential.getToken(SCOPE)).rejects.toThrow()
  expect(needs).toEqual([{ why: 'expired', claims }])
})
