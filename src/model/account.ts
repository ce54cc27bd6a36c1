import type { HubError } from './errors.ts'

/** Somebody who signed in. */
export interface Account {
  /** The same for the same person in every tab and session; what is kept of a person is kept under it. */
  id: string
  /** `alex@contoso.example`. */
  username: string
  name?: string
  /** Directory the account signed in to. */
  tenantId: string
  /** Object id in that directory: whom ARM names in its 403. */
  objectId?: string
}

/** What a person has to do before anything more can be read of a directory, or before a write can go. */
export interface SignInNeed {
  /** `expired`: no token without a person. `challenge`: ARM wants more proof, held in `claims`. `tenant`: a directory that asks for a sign-in of its own. */
  why: 'expired' | 'challenge' | 'tenant'
  /** Directory it is about; absent: the account's own. */
  tenantId?: string
  /** JSON that ARM sent, for the sign-in. */
  claims?: string
  /** Why it could not be met unseen, where that is more than a sign-in that has ended. */
  because?: HubError
  /** A sign-in was made for it, and was not enough: the next one asks for everything anew. */
  again?: true
}

export type SessionState =
  /** Nobody has signed in, or signed out. `problem`: why the last try failed. */
  | { is: 'signedOut'; problem?: HubError }
  /** On the way to the sign-in page, or coming back from it. */
  | { is: 'leaving' }
  /** Signed out, or another account goes on: the page starts anew, and there is no way back into it. */
  | { is: 'over' }
  | {
      is: 'signedIn'
      account: Account
      /** What stops reading and writing until it is done; everything that was read stays in view. */
      needs: readonly SignInNeed[]
      /** Why the last sign-in failed. */
      problem?: HubError
    }
