import { configure } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { afterEach } from 'vitest'
import { start } from '../../src/app/app.tsx'
import { closeOverlay } from '../../src/app/overlay.ts'
import type { Emulator } from '../../src/emulator/app.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { ok } from '../../src/lib/result.ts'
import { CLOUDS } from '../../src/model/clouds.ts'
import { openAzure } from './azure.ts'
import type { ScriptedSession } from './session.ts'

// Whole pages on a busy machine: slow is not wrong.
configure({ asyncUtilTimeout: 60_000 })

let end: (() => void) | undefined

function leave(): void {
  // What floats is kept outside React; a page that is loaded anew has nothing open.
  closeOverlay()
  end?.()
  end = undefined
}

afterEach(leave)

export interface AccountVisit {
  user: UserEvent
  emulator: Emulator
  /** Everything the app asked ARM for. */
  requests: string[]
}

/** Opens the whole app as on Azure, behind a session, with the emulator in the place of ARM. */
export async function visitAs(
  session: ScriptedSession,
  address: string,
  faults: Fault[] = [],
): Promise<AccountVisit> {
  leave()
  const azure = await openAzure([contoso], faults)
  window.history.replaceState(null, '', address)
  const root = document.body.appendChild(document.createElement('div'))
  const stop = start({
    setup: {
      is: 'azure',
      clientId: '11111111-aaaa-4bbb-8ccc-222222222222',
      tenantId: 'organizations',
      cloud: CLOUDS.public,
    },
    opened: ok(session),
    base: '/',
    root,
  })
  end = () => {
    stop()
    root.remove()
    azure.close()
  }
  return { user: userEvent.setup(), emulator: azure.emulator, requests: azure.requests }
}
