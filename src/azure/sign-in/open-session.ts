import { err, ok, type Result } from '../../lib/result.ts'
import type { HubError } from '../../model/errors.ts'
import type { Session } from '../session.ts'
import { openApplication, openCredential, type Registration } from './application.ts'
import { browserPage } from './page.ts'
import { remembered } from './remembered.ts'
import type { Forget } from './gone.ts'
import { createSession } from './session.ts'
import { signInFailure } from './sign-in-error.ts'

/**
 * Opens the tab's session: the application first, which alone takes the provider's answer (it tells whose it is and why
 * it failed; the credential tells neither), then the credential, which finds it gone. An error where the browser denies
 * what MSAL needs.
 */
export async function openSession(
  registration: Registration,
  forget: Forget,
): Promise<Result<Session, HubError>> {
  try {
    const application = await openApplication(registration)
    return ok(
      await createSession({
        application,
        ownCredential: () => openCredential(registration),
        cloud: registration.cloud,
        anyDirectory: registration.tenantId === 'organizations',
        remembered: remembered({ session: () => sessionStorage, local: () => localStorage }),
        page: browserPage(window, registration.redirectUri),
        forget,
        clock: Date.now,
      }),
    )
  } catch (thrown) {
    return err(signInFailure(thrown).error)
  }
}
