import { BrowserAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-browser'
import { describe, expect, it, vi } from 'vitest'
import {
  account,
  ALEX,
  ANSWER,
  fakeApplication,
  fakePage,
  fakeStores,
  OTHER,
  result,
} from './fake-application.ts'
import { open } from './session.fixture.ts'

const KIM = account('kim')

/** What Entra says to a question without a person where it has no session. */
const NOBODY =
  'AADSTS50058: A silent sign-in request was sent but no user is signed in. The cookies used to represent the user’s session were not sent in the request to Azure AD.'

/** Leaves for the provider from an address, as a click does, and gives what the tab keeps. */
async function left(address: string, application = fakeApplication()) {
  const opened = await open({ application, page: fakePage(address) })
  void opened.session.signIn()
  await vi.waitFor(() => expect(application.logins).toHaveLength(1))
  return opened
}

describe('coming back from the sign-in page', () => {
  it('is signed in as who signed in, at the address that was left', async () => {
    const { stores, session: before, application: asked } = await left('/resources?kind=vpnSite#x')
    expect(before.getSnapshot()).toEqual({ is: 'leaving' })
    expect(asked.logins[0]).toMatchObject({ scopes: ['https://management.azure.com/.default'] })

    const application = fakeApplication({ answer: result(ALEX, 'token') })
    const { session, page } = await open({ application, page: fakePage('/', true), stores })
    expect(session.getSnapshot()).toEqual({
      is: 'signedIn',
      account: {
        id: ALEX.homeAccountId,
        username: 'alex@contoso.example',
        name: 'alex',
        tenantId: ALEX.tenantId,
        objectId: ALEX.localAccountId,
      },
      needs: [],
    })
    expect(application.active).toBe(ALEX)
    expect(application.taken).toBe(ANSWER)
    expect(page.shown).toBe('/resources?kind=vpnSite#x')
    expect(stores.lastAccount.read()).toBe('alex@contoso.example')
  })

  it('tells why it failed, at the address that was left', async () => {
    const { stores } = await left('/resources')
    const application = fakeApplication({
      answer: new InteractionRequiredAuthError(
        'consent_required',
        '',
        'AADSTS65001: No consent. Trace ID: 1',
      ),
    })
    const { session, page } = await open({ application, page: fakePage('/', true), stores })
    expect(session.getSnapshot()).toMatchObject({
      is: 'signedOut',
      problem: { kind: 'auth', code: 'ConsentMissing', details: [{ code: 'AADSTS65001' }] },
    })
    expect(page.shown).toBe('/resources')
  })

  it('tells of which directory that is, where it is not the own one', async () => {
    const application = fakeApplication({ accounts: [ALEX], active: ALEX })
    const { session: before, stores } = await open({ application })
    void before.signIn({ need: { why: 'tenant', tenantId: OTHER } })
    application.answer = new InteractionRequiredAuthError('consent_required', '', 'AADSTS65001: No consent.')
    const { session } = await open({ application, page: fakePage('/', true), stores })
    expect(session.getSnapshot()).toMatchObject({
      is: 'signedIn',
      problem: { code: 'ConsentMissing', target: `/tenants/${OTHER}` },
    })
    expect(stores.into.read()).toBeUndefined()
  })

  it('has the answer out of the address before MSAL looks, who would leave it to the Back button', async () => {
    const { stores } = await left('/resources')
    const page = fakePage('/', true)
    const seen: string[] = []
    const application = fakeApplication()
    application.handleRedirectPromise = () => {
      seen.push(page.shown)
      return Promise.resolve(null)
    }
    await open({ application, page, stores })
    expect(seen).toEqual(['/resources'])
  })

  it('tells of an answer that nobody here asked for', async () => {
    const { session } = await open({ page: fakePage('/', true) })
    expect(session.getSnapshot()).toMatchObject({
      is: 'signedOut',
      problem: { code: 'SignInAnswerUnknown' },
    })
    const application = fakeApplication({ accounts: [ALEX], active: ALEX })
    const signedIn = await open({ application, page: fakePage('/', true) })
    expect(signedIn.session.getSnapshot()).toMatchObject({ is: 'signedIn', needs: [] })
    expect(signedIn.session.getSnapshot()).not.toHaveProperty('problem')
  })

  it('does not move the address when the page was only loaded again', async () => {
    const { stores } = await left('/resources')
    const { page, session } = await open({ page: fakePage('/resource/x'), stores })
    expect(page.shown).toBe('/resource/x')
    expect(session.getSnapshot()).toEqual({ is: 'signedOut' })
  })

  it('stays the same person, reading the same directory, after a sign-in to another one', async () => {
    const guest = account('alex', OTHER)
    const application = fakeApplication({ accounts: [ALEX], active: ALEX, answer: result(guest, 'token') })
    const { session } = await open({ application, page: fakePage('/', true) })
    expect(session.getSnapshot()).toMatchObject({ is: 'signedIn', account: { tenantId: ALEX.tenantId } })
    expect(session.accounts()).toHaveLength(1)
    expect(session.accounts()[0]).toMatchObject({ tenantId: ALEX.tenantId })
  })

  it('becomes another person when another one signed in', async () => {
    const application = fakeApplication({ accounts: [ALEX], active: ALEX, answer: result(KIM, 'token') })
    const { session } = await open({ application, page: fakePage('/', true) })
    expect(session.getSnapshot()).toMatchObject({ account: { username: 'kim@contoso.example' } })
    expect(session.accounts().map(({ name }) => name)).toEqual(['alex', 'kim'])
  })
})

describe('a new tab', () => {
  it('goes to the provider once, unseen, with the last account as hint', async () => {
    const stores = fakeStores()
    stores.lastAccount.write('alex@contoso.example')
    const application = fakeApplication()
    void open({ application, page: fakePage('/resource/x'), stores })
    await vi.waitFor(() => expect(application.logins).toHaveLength(1))
    expect(application.logins[0]).toMatchObject({ prompt: 'none', loginHint: 'alex@contoso.example' })

    // The provider knows nobody: that is no failure, and no reason to go again.
    const answer = new InteractionRequiredAuthError('login_required', '', NOBODY)
    const again = fakeApplication({ answer })
    const { session, page } = await open({ application: again, page: fakePage('/', true), stores })
    expect(session.getSnapshot()).toEqual({ is: 'signedOut' })
    expect(page.shown).toBe('/resource/x')
    const third = await open({ stores })
    expect(again.logins).toEqual([])
    expect(third.application.logins).toEqual([])
  })

  it.each([
    ['interaction_required', 'AADSTS50076: Use multi-factor authentication.'],
    ['consent_required', 'AADSTS65001: Nobody has consented.'],
    ['login_required', 'AADSTS99999: Words that nobody knows.'],
  ])('takes %s for an answer, not for a failure', async (word, words) => {
    const stores = fakeStores()
    stores.bounced.write('out')
    const application = fakeApplication({ answer: new InteractionRequiredAuthError(word, '', words) })
    const { session } = await open({ application, page: fakePage('/', true), stores })
    expect(session.getSnapshot()).toEqual({ is: 'signedOut' })
  })

  it('tells what a person could not mend by signing in', async () => {
    const stores = fakeStores()
    stores.bounced.write('out')
    const answer = new ServerError('access_denied', '', 'AADSTS53003: Blocked by Conditional Access.')
    const application = fakeApplication({ answer })
    const { session } = await open({ application, page: fakePage('/', true), stores })
    expect(session.getSnapshot()).toMatchObject({ problem: { code: 'BlockedByDirectory' } })
  })

  it('waits for a click where nobody was signed in before', async () => {
    const { application, session } = await open()
    expect(application.logins).toEqual([])
    expect(session.getSnapshot()).toEqual({ is: 'signedOut' })
  })

  it('tells when the provider cannot be reached', async () => {
    const stores = fakeStores()
    stores.lastAccount.write('alex@contoso.example')
    const leaves = () => Promise.reject(new BrowserAuthError('timed_out', '', 'failed_to_redirect'))
    const { session } = await open({ application: fakeApplication({ leaves }), stores })
    expect(session.getSnapshot()).toMatchObject({
      is: 'signedOut',
      problem: { kind: 'network', code: 'SignInUnreachable' },
    })
  })
})

it('shows one need of a directory: the one that says most', async () => {
  const { session } = await open({ application: fakeApplication({ accounts: [ALEX], active: ALEX }) })
  session.challenged(undefined, undefined)
  session.challenged('{"b":2}', OTHER)
  session.challenged('{"a":1}', undefined)
  expect(session.getSnapshot()).toMatchObject({
    needs: [
      { why: 'challenge', tenantId: OTHER },
      { why: 'challenge', claims: '{"a":1}' },
    ],
  })
})

describe('leaving', () => {
  it('is said to be of no use where the tab keeps nothing meanwhile, and a new tab stays', async () => {
    const stores = { ...fakeStores(), keeps: () => false }
    stores.lastAccount.write('alex@contoso.example')
    const { session, application } = await open({ stores })
    await expect(session.signIn()).rejects.toMatchObject({ error: { code: 'BrowserUnfit' } })
    expect(application.logins).toEqual([])
    expect(session.getSnapshot()).toMatchObject({ is: 'signedOut', problem: { code: 'BrowserUnfit' } })
  })

  it.each<[how: string, code: string, problem: boolean]>([
    ['fails', 'popup_window_error', true],
    ['is taken back', 'user_cancelled', false],
  ])('that %s lets what was asked for meanwhile go on', async (_, code, isTold) => {
    let stay: (thrown: Error) => void = () => undefined
    const application = fakeApplication({
      accounts: [ALEX],
      active: ALEX,
      leaves: () => new Promise((_resolve, reject) => (stay = reject)),
    })
    const { session } = await open({ application })
    const leaving = session.signIn().catch(() => undefined)
    await vi.waitFor(() => expect(session.getSnapshot()).toEqual({ is: 'leaving' }))
    const ended = vi.fn<(end: unknown) => void>()
    void session.credential.getToken('scope').then(ended, ended)
    await Promise.resolve()
    expect(ended).not.toHaveBeenCalled()
    stay(new BrowserAuthError(code, ''))
    await leaving
    expect(session.getSnapshot()).toMatchObject({ is: 'signedIn', ...(isTold && { problem: {} }) })
    await vi.waitFor(() => expect(ended).toHaveBeenCalledOnce())
    expect(ended.mock.calls[0]?.[0]).toMatchObject({ token: expect.stringMatching(/./) as string })
  })

  it('stays on the page where the browser has no network', async () => {
    const page = { ...fakePage(), isOnline: () => false }
    const { session, application } = await open({
      application: fakeApplication({ accounts: [ALEX], active: ALEX }),
      page,
    })
    await expect(session.signIn()).rejects.toMatchObject({ error: { code: 'SignInUnreachable' } })
    expect(application.logins).toEqual([])
    expect(session.getSnapshot()).toMatchObject({ is: 'signedIn' })
  })

  it('asks for the directory and the proof that a need names, with the account as hint', async () => {
    const { session, application } = await open({
      application: fakeApplication({ accounts: [ALEX], active: ALEX }),
    })
    void session.signIn({ need: { why: 'challenge', tenantId: OTHER, claims: '{"a":1}' } })
    expect(application.logins).toEqual([
      {
        scopes: ['https://management.azure.com/.default'],
        authority: `https://login.microsoftonline.com/${OTHER}`,
        claims: '{"a":1}',
        loginHint: 'alex@contoso.example',
      },
    ])
  })

  it('lets the person choose', async () => {
    const { session, application } = await open({
      application: fakeApplication({ accounts: [ALEX], active: ALEX }),
    })
    void session.signIn({ choose: true })
    expect(application.logins).toEqual([
      { scopes: ['https://management.azure.com/.default'], prompt: 'select_account' },
    ])
  })

  it('is back where it was when the browser went back, and when the provider cannot be reached', async () => {
    const errors = [new Error('user_cancelled: back'), new Error('network_error: offline')]
    const application = fakeApplication({
      accounts: [ALEX],
      active: ALEX,
      leaves: () => Promise.reject(errors.shift() ?? new Error('more than two')),
    })
    const { session } = await open({ application })
    const before = session.getSnapshot()
    await session.signIn()
    expect(session.getSnapshot()).toBe(before)
    await expect(session.signIn()).rejects.toMatchObject({ error: { code: 'SignInUnreachable' } })
    expect(session.getSnapshot()).toMatchObject({ is: 'signedIn', problem: { kind: 'network' } })
  })

  it('signs everybody of the tab out, and comes back to the first page without asking again', async () => {
    const { session, application, stores } = await open({
      application: fakeApplication({ accounts: [ALEX, KIM], active: ALEX }),
      page: fakePage('/resource/x'),
    })
    void session.signOut(() => undefined)
    expect(application.logouts).toEqual([{}])
    expect(stores.lastAccount.read()).toBeUndefined()

    const after = await open({ page: fakePage('/?state=abc'), stores })
    expect(after.page.shown).toBe('/')
    expect(after.session.getSnapshot()).toEqual({ is: 'signedOut' })
    expect(after.application.logins).toEqual([])
  })

  it('is signed out here all the same when the provider cannot be reached', async () => {
    const { session, application, page } = await open({
      application: fakeApplication({
        accounts: [ALEX],
        active: ALEX,
        leaves: () => Promise.reject(new Error('network_error: offline')),
      }),
    })
    const onlyHere = vi.fn(() => expect(page.reloads).toBe(0))
    await session.signOut(onlyHere)
    expect(onlyHere).toHaveBeenCalledOnce()
    expect(application.accounts).toEqual([])
    expect(page.reloads).toBe(1)
  })

  it('goes on as another account that the tab knows', async () => {
    const { session, application, page, stores } = await open({
      application: fakeApplication({ accounts: [ALEX, KIM], active: ALEX }),
    })
    const kim = session.accounts()[1]
    if (!kim) throw new Error('kim is not known')
    await session.switchTo(kim)
    expect(application.active).toBe(KIM)
    expect(page.reloads).toBe(1)
    expect(session.getSnapshot()).toEqual({ is: 'over' })
    expect(stores.lastAccount.read()).toBe('kim@contoso.example')
  })
})

it('tells of a person’s own sign-in what it does not tell of the bounce', async () => {
  const stores = fakeStores()
  stores.lastAccount.write('alex@contoso.example')
  const answer = new InteractionRequiredAuthError('login_required', '', 'AADSTS50076: A second factor.')
  const application = fakeApplication({ answer })
  const back = () => open({ application, page: fakePage('/', true), stores })
  void open({ stores })
  await vi.waitFor(() => expect(stores.bounced.read()).toBe('out'))
  const bounced = await back()
  expect(bounced.session.getSnapshot()).toEqual({ is: 'signedOut' })
  void bounced.session.signIn()
  const asked = await back()
  expect(asked.session.getSnapshot()).toMatchObject({ is: 'signedOut', problem: { code: 'SignInNeeded' } })
})
