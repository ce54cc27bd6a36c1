import type { TokenCredential } from '@azure/core-auth'
import { type AccountInfo, InteractionRequiredAuthError, type RedirectRequest } from '@azure/msal-browser'
import { once } from '../../lib/once.ts'
import type { Account, SessionState, SignInNeed } from '../../model/account.ts'
import type { Cloud } from '../../model/clouds.ts'
import { HubFailure } from '../../model/errors.ts'
import type { Session } from '../session.ts'
import type { Clock } from '../transport.ts'
import { accountOf, accountsOf, hintOf } from './accounts.ts'
import { type Attempts, attempts } from './attempts.ts'
import { authorityOf, type MsalApplication } from './application.ts'
import { drop, type Forget, goneFrom } from './gone.ts'
import type { Page } from './page.ts'
import type { Remembered } from './remembered.ts'
import { signInFailure } from './sign-in-error.ts'
import { createTokens } from './tokens.ts'

export interface SessionOptions {
  application: MsalApplication
  /** For the account's own directory; asked for once the answer in the address has been taken. */
  ownCredential: () => Promise<TokenCredential>
  cloud: Cloud
  anyDirectory: boolean
  remembered: Remembered
  page: Page
  forget: Forget
  clock: Clock
}

/**
 * Takes the provider's answer out of the address, brings the address back that the person left from, and tells who is
 * signed in. A new tab goes to the provider once by itself, without a question, where somebody was signed in before.
 */
export async function createSession(options: SessionOptions): Promise<Session> {
  const { application, ownCredential, cloud, anyDirectory, remembered, page, clock } = options
  const made = attempts(remembered.signingInFor, remembered.signedInFor, clock)
  const listeners = new Set<() => void>()
  let state: SessionState = await begin(options, made)
  const become = (next: SessionState) => {
    // What the page holds in memory must not be seen again.
    if (state.is === 'over') return
    state = next
    for (const listener of listeners) listener()
  }

  const staying = () =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (state.is === 'leaving') return
        listeners.delete(look)
        resolve()
      }
      listeners.add(look)
      look()
    })

  /** Until the page is gone; back to where it was when that fails, which is thrown as a HubFailure. */
  const leave = async (go: () => Promise<void>) => {
    const before = state
    become({ is: 'leaving' })
    try {
      await go()
    } catch (thrown) {
      const { error } = signInFailure(thrown)
      // The browser's Back brought the page back as it was: nothing went wrong.
      const isBack = error.code === 'SignInCancelled'
      become(
        before.is === 'leaving' || before.is === 'over' || isBack ? before : { ...before, problem: error },
      )
      if (!isBack) throw new HubFailure(error)
    }
  }

  const signIn: Session['signIn'] = ({ need, account, choose } = {}) =>
    leave(async () => {
      if (!page.isOnline())
        throw new Error('no_network_connectivity: The browser says that it has no network.')
      if (!remembered.keeps()) throw new Error('storage_not_supported: This tab may store nothing.')
      remembered.returnTo.write(page.address())
      remembered.into.write(need?.tenantId)
      if (remembered.bounced.read() !== undefined) remembered.bounced.write('back')
      made.leaving(need)
      await application.loginRedirect(signInRequest(options, need, account, choose))
    })

  if (state.is === 'signedOut' && mayBounce(options, state)) {
    const loginHint = remembered.lastAccount.read()
    remembered.bounced.write('out')
    await leave(async () => {
      remembered.returnTo.write(page.address())
      await application.loginRedirect({ scopes: [cloud.scope], prompt: 'none', loginHint })
    }).catch(() => undefined)
  }

  const end = () => become({ is: 'over' })

  // Who signs out means the browser, not the tab: another one must not go on showing what that person read, nor keep it.
  const onSignOut = async () => {
    const gone = goneFrom(options)
    if (gone.isActive) end()
    await drop(options, gone)
    if (gone.isActive) page.reload()
  }
  page.onSignOut(() => void onSignOut())
  page.onShownAgain(() => {
    if (state.is === 'over') page.reload()
    else void onSignOut()
  })

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => state,
    accounts: () => accountsOf(application),
    ...createTokens({
      application,
      ownCredential: once(ownCredential),
      cloud,
      anyDirectory,
      attempts: made,
      state: () => state,
      staying,
      onNeed: (need) => {
        if (state.is === 'signedIn') {
          // One that says more takes the place of the one before it.
          const others = state.needs.filter(({ tenantId }) => tenantId !== need.tenantId)
          become({ ...state, needs: [...others, need] })
        }
      },
    }),
    signIn,
    switchTo(account) {
      const chosen = infoOf(application, account)
      if (chosen) {
        application.setActiveAccount(chosen)
        remembered.lastAccount.write(hintOf(chosen))
        end()
        page.reload()
        return Promise.resolve()
      }
      return signIn({ account })
    },
    async signOut(onlyHere) {
      end()
      remembered.lastAccount.write(undefined)
      remembered.returnTo.write(undefined)
      made.forget()
      remembered.bounced.write('back')
      remembered.ended.write('yes')
      remembered.signOuts.announce([
        ...new Set(application.getAllAccounts().map(({ homeAccountId }) => homeAccountId)),
      ])
      try {
        // Without an account MSAL forgets all of them: after this no token is left in the tab.
        await application.logoutRedirect()
      } catch {
        // It forgets before it asks anybody, and the other tabs have heard: there is no way back.
        await application.clearCache().catch(() => undefined)
        onlyHere()
        page.reload()
      }
    },
  }
}

async function begin(options: SessionOptions, made: Attempts): Promise<SessionState> {
  const { application, remembered, page } = options
  const answer = page.answer()
  // Before MSAL does: it takes a new step of the tab's history for it, and Back would show the answer again.
  if (answer !== undefined) page.replace(remembered.returnTo.read())
  const isBounce = remembered.bounced.read() === 'out'
  if (isBounce) remembered.bounced.write('back')
  const before = application.getActiveAccount()
  const into = remembered.into.read()
  remembered.into.write(undefined)
  let problem: SessionState = { is: 'signedOut' }
  try {
    const result = await application.handleRedirectPromise({
      navigateToLoginRequestUrl: false,
      ...(answer !== undefined && { hash: answer }),
    })
    // MSAL passes over what it does not wait for, without a word.
    if (!result && answer !== undefined && application.getAllAccounts().length === 0)
      throw new Error('state_not_found: No sign-in was under way here.')
    if (result) {
      // A sign-in to another directory is still the same person; what is read by default stays that of the first one.
      const same = before?.homeAccountId === result.account.homeAccountId
      application.setActiveAccount(same ? before : result.account)
      remembered.signOuts.signedIn(result.account.homeAccountId)
    }
    made.back(result !== null)
  } catch (thrown) {
    made.back(false)
    const { error } = signInFailure(thrown, into === undefined ? undefined : `/tenants/${into}`)
    // The bounce asked whether somebody may come in without a question; that a person is needed is an answer.
    if (!isBounce || !(thrown instanceof InteractionRequiredAuthError))
      problem = { is: 'signedOut', problem: error }
  }
  const gone = goneFrom(options)
  await drop(options, gone)
  const isBack = answer !== undefined && remembered.returnTo.read() !== undefined
  remembered.returnTo.write(undefined)
  if (!isBack && remembered.ended.read() !== undefined) page.replace(undefined)
  remembered.ended.write(undefined)
  if (gone.isActive) return { is: 'signedOut' }

  const active = application.getActiveAccount() ?? application.getAllAccounts()[0]
  if (!active) return problem
  application.setActiveAccount(active)
  remembered.lastAccount.write(hintOf(active))
  const why = problem.is === 'signedOut' ? problem.problem : undefined
  return { is: 'signedIn', account: accountOf(active), needs: [], ...(why && { problem: why }) }
}

/** Only a tab that has not been to the provider yet, and only where somebody was signed in before. */
function mayBounce({ remembered, page }: SessionOptions, state: SessionState): boolean {
  return (
    state.is === 'signedOut' &&
    state.problem === undefined &&
    !page.isFramed() &&
    remembered.keeps() &&
    remembered.lastAccount.read() !== undefined &&
    remembered.bounced.read() === undefined
  )
}

function signInRequest(
  { application, cloud }: SessionOptions,
  need: SignInNeed | undefined,
  account: Account | undefined,
  choose: boolean | undefined,
): RedirectRequest {
  const info = account ? infoOf(application, account) : need && application.getActiveAccount()
  const loginHint = info ? hintOf(info) : account?.username
  return {
    scopes: [cloud.scope],
    ...(need?.tenantId && { authority: authorityOf(cloud, need.tenantId) }),
    ...(need?.claims && { claims: need.claims }),
    ...(need?.again && { prompt: 'login' }),
    ...(choose ? { prompt: 'select_account' } : loginHint && { loginHint }),
  }
}

function infoOf(application: MsalApplication, account: Account): AccountInfo | undefined {
  return application
    .getAllAccounts()
    .find((info) => info.homeAccountId === account.id && info.tenantId === account.tenantId)
}
