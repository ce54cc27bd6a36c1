import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { configure, render } from '@testing-library/react'
import userEvent, { type UserEvent } from '@testing-library/user-event'
import { setupServer } from 'msw/node'
import { useState } from 'react'
import { RouterProvider } from 'react-router-dom'
import { afterEach, vi } from 'vitest'
import { AccountGate } from '../../src/app/account/AccountGate.tsx'
import { createRouter } from '../../src/app/routes.tsx'
import { Theme } from '../../src/app/theme/Theme.tsx'
import { createAzure } from '../../src/azure/azure.ts'
import { fetchSend, timerSleep } from '../../src/azure/transport.ts'
import { createEmulator, type Emulator } from '../../src/emulator/app.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { emulatorHandlers } from '../../src/emulator/mount-msw.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import type { Deployment } from '../../src/model/deployment.ts'
import { AzureProvider } from '../../src/queries/use-azure.ts'
import { DeploymentProvider } from '../../src/queries/use-deployment.ts'
import { SessionProvider } from '../../src/queries/use-session.ts'
import type { ScriptedSession } from './session.ts'

export const DEPLOYMENT: Deployment = {
  clientId: '11111111-aaaa-4bbb-8ccc-222222222222',
  tenantId: 'organizations',
  cloud: {
    title: 'Azure',
    armEndpoint: 'https://management.azure.com',
    authorityHost: 'https://login.microsoftonline.com',
    scope: 'https://management.azure.com/.default',
  },
}

// Whole pages on a busy machine: slow is not wrong.
vi.setConfig({ testTimeout: 60_000 })
configure({ asyncUtilTimeout: 30_000 })

let end: (() => void) | undefined

function leave(): void {
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

/** Opens the whole app as on Azure: behind a session, with the emulator in the place of ARM. */
export async function visitAs(
  session: ScriptedSession,
  address: string,
  faults: Fault[] = [],
): Promise<AccountVisit> {
  leave()
  const emulator = createEmulator({
    clock: () => Date.now(),
    newGuid: () => crypto.randomUUID(),
    estates: [contoso],
    speed: 'instant',
    sleep: timerSleep,
  })
  await emulator.control({ do: 'faults', faults })
  const server = setupServer(...emulatorHandlers(emulator))
  server.listen({ onUnhandledRequest: 'error' })
  const requests: string[] = []
  server.events.on('request:start', ({ request }) => {
    const { pathname, search } = new URL(request.url)
    requests.push(`${request.method} ${pathname}${search}`)
  })
  window.history.replaceState(null, '', address)
  const { unmount } = render(
    <Theme>
      <SessionProvider value={session}>
        <DeploymentProvider value={DEPLOYMENT}>
          <AccountGate>{() => <OfAccount session={session} />}</AccountGate>
        </DeploymentProvider>
      </SessionProvider>
    </Theme>,
  )
  end = () => {
    unmount()
    server.close()
  }
  return { user: userEvent.setup(), emulator, requests }
}

function OfAccount({ session }: { session: ScriptedSession }) {
  const [{ client, azure, router }] = useState(() => ({
    client: new QueryClient({
      defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false } },
    }),
    azure: createAzure({
      send: fetchSend((input, init) => fetch(input, init)),
      credential: session.credential,
      clock: () => Date.now(),
      sleep: timerSleep,
      newId: () => crypto.randomUUID(),
      pollIntervalMs: () => 100,
    }),
    router: createRouter('/'),
  }))
  return (
    <QueryClientProvider client={client}>
      <AzureProvider value={azure}>
        <RouterProvider router={router} />
      </AzureProvider>
    </QueryClientProvider>
  )
}
