import type { Session } from '../../src/azure/session.ts'
import type { Account, SessionState } from '../../src/model/account.ts'
import { HubFailure } from '../../src/model/errors.ts'

export const ALEX: Account = {
  id: 'alex.home',
  username: 'alex@contoso.example',
  name: 'Alex Novak',
  tenantId: '72f988bf-0000-4000-8000-000000000001',
}
export const SAM: Account = {
  id: 'sam.home',
  username: 'sam@fabrikam.example',
  name: 'Sam Ortiz',
  tenantId: '72f988bf-0000-4000-8000-000000000002',
}

/** A session that does what the test says and tells what was asked of it. */
export interface ScriptedSession extends Session {
  /** `signIn {…}`, `switchTo sam@…`, `signOut`, in order. */
  asked: string[]
  become(state: SessionState): void
  /** What the next way out of the page fails with. */
  failNext(failure: Error): void
}

interface Script {
  state: SessionState
  accounts?: readonly Account[]
  /** What the credential hands out; `undefined` makes it fail as without a sign-in. */
  token?: string
}

/** Nobody navigates: leaving is only noted, and switching accounts shows the other one at once. */
export function scriptedSession({ state, accounts = [], token = 'scripted' }: Script): ScriptedSession {
  let current = state
  let failure: Error | undefined
  const listeners = new Set<() => void>()
  const asked: string[] = []

  function become(next: SessionState) {
    current = next
    for (const listener of listeners) listener()
  }
  function leave(what: string): Promise<void> {
    asked.push(what)
    const failed = failure
    failure = undefined
    return failed ? Promise.reject(failed) : Promise.resolve()
  }

  return {
    asked,
    become,
    failNext: (next) => void (failure = next),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => current,
    accounts: () => accounts,
    credential: {
      getToken: () => Promise.resolve({ token, expiresOnTimestamp: Date.now() + 3_600_000 }),
    },
    challenged: () => new HubFailure({ kind: 'auth', code: 'SignInNeeded', message: '', details: [] }),
    signIn: (options = {}) => leave(`signIn ${JSON.stringify(options)}`),
    async switchTo(account) {
      await leave(`switchTo ${account.username}`)
      become({ is: 'signedIn', account, needs: [] })
    },
    async signOut() {
      await leave('signOut')
      become({ is: 'over' })
    },
  }
}

/** Signed in, with nothing in the way. */
export function signedIn(account: Account, more: Partial<Extract<SessionState, { is: 'signedIn' }>> = {}) {
  return { is: 'signedIn' as const, account, needs: [], ...more }
}
