import type { Session } from '../../azure/session.ts'
import { forgetEverything, forgetHere } from '../../queries/forget.ts'
import { writeSession } from '../stored.ts'

/** Empties every store, then leaves for the provider's sign-out page. The page that comes back says what happened. */
export async function signOutAndForget(session: Session): Promise<void> {
  await forgetEverything()
  writeSession('signed-out', 'yes')
  await session.signOut(() => writeSession('signed-out', 'here'))
}

/** The same for a sign-out in another tab, as the session asks for it. */
export function forgetSignedOut(ids: readonly string[], wholeTab: boolean): Promise<void> {
  forgetHere(ids, wholeTab)
  if (wholeTab) writeSession('signed-out', 'yes')
  return Promise.resolve()
}
