import userEvent, { type UserEvent } from '@testing-library/user-event'
import { start } from '../../src/app/app.tsx'
import type { Emulator } from '../../src/emulator/app.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import { ok } from '../../src/lib/result.ts'
import { CLOUDS } from '../../src/model/clouds.ts'
import { onNetwork, openAzure } from './azure.ts'
import { leave, onLeave } from './page.ts'
import type { ScriptedSession } from './session.ts'

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
  const { emulator } = await openAzure([contoso], faults)
  const network = onNetwork(emulator)
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
  onLeave(() => {
    stop()
    root.remove()
    network.close()
  })
  return { user: userEvent.setup(), emulator, requests: network.requests }
}
