import { describe, expect, it, vi } from 'vitest'
import { ALEX, fakeApplication, fakePage, fakeStores, result } from './fake-application.ts'
import { KIM, open } from './session.fixture.ts'

describe('a sign-out in another tab', () => {
  /** Two tabs of one browser. The other one signs out whom it knows. */
  async function twoTabs(here = [ALEX, KIM], there = [ALEX]) {
    const local = new Map<string, string>()
    const other = await open({
      application: fakeApplication({ accounts: there, active: there[0] ?? null }),
      stores: fakeStores(local),
    })
    const application = fakeApplication({ accounts: here, active: here[0] ?? null })
    const stores = fakeStores(local)
    const opened = await open({ application, stores, page: fakePage('/resource/x') })
    const signOutThere = () => void other.session.signOut(() => undefined)
    return { ...opened, local, signOutThere }
  }

  it('of who works here ends the page: nothing is kept, no token, and it starts anew', async () => {
    const { session, application, page, forget, stores, signOutThere } = await twoTabs()
    signOutThere()
    page.hear()
    expect(session.getSnapshot()).toEqual({ is: 'leaving' })
    await expect(session.credential.getToken('s')).rejects.toThrow('SignInNeeded')
    await vi.waitFor(() => expect(page.reloads).toBe(1))
    expect(forget.mock.calls).toEqual([[[ALEX.homeAccountId], true]])
    expect(application.accounts).toEqual([])

    // Somebody else has signed in meanwhile: this tab does not go to the provider by itself.
    stores.lastAccount.write('kim@contoso.example')
    const after = await open({ stores, page: fakePage('/resource/x') })
    expect(after.session.getSnapshot()).toEqual({ is: 'signedOut' })
    expect(after.page.shown).toBe('/')
    expect(after.application.logins).toEqual([])
  })

  it('of another person that this tab knows forgets only that one', async () => {
    const { session, application, page, forget, signOutThere } = await twoTabs([ALEX, KIM], [KIM])
    signOutThere()
    page.hear()
    await vi.waitFor(() => expect(application.accounts).toEqual([ALEX]))
    expect(forget.mock.calls).toEqual([[[KIM.homeAccountId], false]])
    expect(session.getSnapshot()).toMatchObject({ is: 'signedIn' })
    expect(page.reloads).toBe(0)
  })

  it('of somebody this tab does not know is nothing to it, whoever signed in last', async () => {
    const { session, page, forget, stores, signOutThere } = await twoTabs([ALEX], [KIM])
    stores.lastAccount.write('alex@contoso.example')
    signOutThere()
    page.hear()
    await Promise.resolve()
    expect(session.getSnapshot()).toMatchObject({ is: 'signedIn' })
    expect(forget).not.toHaveBeenCalled()
  })

  it('is heard of when the page is shown again as it was, or loaded again', async () => {
    const shown = await twoTabs()
    shown.signOutThere()
    shown.page.showAgain()
    await vi.waitFor(() => expect(shown.page.reloads).toBe(1))

    const { application, stores, signOutThere } = await twoTabs()
    signOutThere()
    const loaded = await open({ application, stores, page: fakePage('/resource/x') })
    expect(loaded.session.getSnapshot()).toEqual({ is: 'signedOut' })
    expect(loaded.application.accounts).toEqual([])
    expect(loaded.page.shown).toBe('/')
    expect(loaded.forget).toHaveBeenCalledOnce()
  })

  it('is no reason not to sign in again', async () => {
    const { stores, local, signOutThere } = await twoTabs()
    signOutThere()
    const application = fakeApplication({ answer: result(ALEX, 'token') })
    const { session, page } = await open({ application, stores, page: fakePage('/', true) })
    page.hear()
    page.showAgain()
    await Promise.resolve()
    expect(session.getSnapshot()).toMatchObject({ is: 'signedIn' })
    expect([...local].join()).not.toContain(ALEX.homeAccountId)
  })
})

describe('a page that the browser shows again as it was', () => {
  const alone = () => open({ application: fakeApplication({ accounts: [ALEX], active: ALEX }) })

  it('is loaded anew after its own sign-out', async () => {
    const { session, page } = await alone()
    void session.signOut(() => undefined)
    page.showAgain()
    expect(page.reloads).toBe(1)
  })

  it('stays as it is otherwise, also on the way back from the sign-in page', async () => {
    const { session, page } = await alone()
    page.showAgain()
    void session.signIn()
    page.showAgain()
    await Promise.resolve()
    expect(page.reloads).toBe(0)
  })
})
