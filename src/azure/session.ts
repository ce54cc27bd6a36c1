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
   * ARM wants more proof than a token renewed with these claims gives, or, without claims, refuses a token that is good: a need
   * from now on, and the failure to throw.
   */
  challenged(claims: string | undefined, tenantId: string | undefined): HubFailure
  /** Leaves for the sign-in page and comes back to the address the browser shows now. */
  signIn(options?: { need?: SignInNeed; account?: Account; choose?: boolean }): Promise<void>
  /** Goes on as another account this tab knows; the page starts anew. */
  switchTo(account: Account): Promise<void>
  /** Leaves for the provider's sign-out page after `before` has emptied every store. */
  signOut(): Promise<void>
}
