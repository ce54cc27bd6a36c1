import { useState } from 'react'
import type { Session } from '../azure/session.ts'
import { type HubError, HubFailure, reasonOf } from '../model/errors.ts'
import { isSomethingOnItsWay, saveBeforeLeaving } from './before-leaving.ts'
import { useSession } from './use-session.ts'

export type LeavingState =
  | { is: 'here' }
  /** On the way to the sign-in page. */
  | { is: 'leaving' }
  /** Still here, and why. */
  | { is: 'failed'; error: HubError }

export interface Leaving {
  state: LeavingState
  /**
   * Keeps the drafts, unless they are to be dropped, then leaves; stays and says why when either fails. While something is on its way it
   * says that first, and leaves when it is asked again.
   */
  leave(go: (session: Session) => Promise<void>, options?: LeaveOptions): void
}

interface LeaveOptions {
  drafts: 'keep' | 'drop'
}

/** The one way out of the page for a sign-in. Without a session, as in the demo, it stays. */
export function useLeaving(): Leaving {
  const session = useSession()
  const [state, setState] = useState<LeavingState>({ is: 'here' })

  async function leave(go: (session: Session) => Promise<void>, { drafts }: LeaveOptions) {
    if (!session) return
    if (drafts === 'keep' && isSomethingOnItsWay() && !isTold(state)) {
      setState({ is: 'failed', error: ON_ITS_WAY })
      return
    }
    setState({ is: 'leaving' })
    try {
      if (drafts === 'keep') await kept(saveBeforeLeaving())
      await go(session)
      setState({ is: 'here' })
    } catch (thrown) {
      setState({ is: 'failed', error: errorOf(thrown) })
    }
  }

  return { state, leave: (go, options = { drafts: 'keep' }) => void leave(go, options) }
}

function isTold(state: LeavingState): boolean {
  return state.is === 'failed' && state.error === ON_ITS_WAY
}

const ON_ITS_WAY: HubError = {
  kind: 'conflict',
  code: 'ChangeOnItsWay',
  message:
    'A change is being sent, or waits to be sent. When the page is left now, what was not sent has to be sent again, and a key or secret in it typed again. Wait for its end, or press again to leave.',
  details: [],
}

async function kept(saving: Promise<void>): Promise<void> {
  try {
    await saving
  } catch (thrown) {
    throw new HubFailure({
      kind: 'invalid',
      code: 'DraftNotKept',
      message: `What is typed on this page could not be kept, so the page was not left: ${reasonOf(thrown)}`,
      details: [],
    })
  }
}

function errorOf(thrown: unknown): HubError {
  if (thrown instanceof HubFailure) return thrown.error
  return { kind: 'auth', code: 'SignInNotBegun', message: reasonOf(thrown), details: [] }
}
