import type { TokenCredential } from '@azure/core-auth'
import type { Account, SessionState, SignInNeed } from '../model/account.ts'
import type { HubFailure } from '../model/errors.ts'

/** Who is signed in, and the ways to change that. Only what a person clicks leaves the page. */
export interface Session {
  subscribe(listener: () => void): () => void
  /** The same object until it changes. */
  getSnapshot(): SessionState
  /** Every account this tab knows. */
  accounts(): readonly Account[]
  /** Never navigates: what needs a person is a HubFailure of kind `auth`, and a need in the state. */
  credential: TokenCredential
  /**
   * ARM takes no token that can be had unseen: a need from now on, and the failure to throw. `claims` is the proof it
   * wants, where it says.
   */
  challenged(claims: string | undefined, tenantId: string | undefined): HubFailure
  /** Leaves for the sign-in page and comes back to the address the browser shows now. */
  signIn(options?: { need?: SignInNeed; account?: Account; choose?: boolean }): Promise<void>
  /** Goes on as another account this tab knows; the page starts anew. */
  switchTo(account: Account): Promise<void>
  /**
   * Forgets every account of this tab, tells the other tabs, and leaves for the provider's sign-out page. Where that
   * cannot be reached nobody is signed in either: after `onlyHere` the page starts anew.
   */
  signOut(onlyHere: () => void): Promise<void>
}
