import type { Session } from '../../azure/session.ts'
import { forgetEverything } from '../../queries/forget.ts'
import { writeSession } from '../stored.ts'

/** Empties every store, then leaves for the provider's sign-out page. The page that comes back says what happened. */
export async function signOutAndForget(session: Session): Promise<void> {
  await forgetEverything()
  writeSession('signed-out', 'yes')
  try {
    await session.signOut()
  } catch (thrown) {
    writeSession('signed-out', undefined)
    throw thrown
  }
}
