import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { startTransition, StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router-dom'
import { createAzure } from '../azure/azure.ts'
import { demoCredential } from '../azure/demo-credential.ts'
import type { Session } from '../azure/session.ts'
import { fetchSend, noAnswer, timerSleep } from '../azure/transport.ts'
import { stopTime } from '../components/now.ts'
import type { Result } from '../lib/result.ts'
import type { Account } from '../model/account.ts'
import type { Cloud } from '../model/clouds.ts'
import type { HubError } from '../model/errors.ts'
import { beginReading } from '../queries/begin-reading.ts'
import { AzureProvider } from '../queries/use-azure.ts'
import { DeploymentProvider } from '../queries/use-deployment.ts'
import { readOnlyStore } from '../queries/use-read-only.ts'
import { SessionProvider } from '../queries/use-session.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import { AccountGate } from './account/AccountGate.tsx'
import { DemoHost } from './demo/DemoHost.tsx'
import { pollInterval, type Emulation } from './demo/emulation.ts'
import { StartProblem } from './pages/StartProblem.tsx'
import { createRouter } from './routes.tsx'
import type { Setup } from './setup.ts'
import { Theme } from './theme/Theme.tsx'

interface StartOptions {
  setup: Setup
  /** In the demo only. */
  emulation?: Emulation
  /** On Azure only. */
  opened?: Result<Session, HubError>
  /** Where the app lies on its host, `/` or `/hub/`. */
  base: string
  root: HTMLElement
}

/** Draws the app in place of index.html's static frame. Returns what takes it away again. */
export function start({ base, root, ...options }: StartOptions): () => void {
  const react = createRoot(root)
  const app = content(options, base)
  // In slices: answers that come while the first page is drawn are taken in between.
  startTransition(() =>
    react.render(
      <StrictMode>
        <Theme>
          <ErrorBoundary fallback={(error) => <Stopped error={error} />}>{app}</ErrorBoundary>
        </Theme>
      </StrictMode>,
    ),
  )
  return () => react.unmount()
}

function content({ setup, emulation, opened }: Omit<StartOptions, 'base' | 'root'>, base: string): ReactNode {
  switch (setup.is) {
    case 'demo':
      return emulation ? demo(emulation, base) : <NoEmulator />
    case 'azure':
      return opened?.ok ? (
        <SessionProvider value={opened.value}>
          <DeploymentProvider value={setup}>
            <AccountGate>{appsOfAccounts(opened.value, setup.cloud, base)}</AccountGate>
          </DeploymentProvider>
        </SessionProvider>
      ) : (
        <NoSession error={opened?.error} />
      )
    case 'problem':
      return <StartProblem what={setup.what} why={setup.why} remedy={setup.remedy} />
  }
}

/** The same for every Azure: the browser's clock, timers and attention, and whether writing is switched off. */
const BROWSER = {
  clock: () => Date.now(),
  sleep: timerSleep,
  newId: () => crypto.randomUUID(),
  hidden: () => document.visibilityState === 'hidden',
  readOnly: readOnlyStore.getSnapshot,
}

function demo(emulation: Emulation, base: string): ReactNode {
  let speed: Parameters<typeof pollInterval>[0] = 'fast'
  let takenAt: number | undefined
  const azure = createAzure({
    ...BROWSER,
    send: async (request, signal) => {
      const answer = await emulation.send(request, signal)
      if (!answer) throw noAnswer()
      return answer
    },
    credential: demoCredential,
    readAt: () => takenAt ?? Date.now(),
    pollIntervalMs: () => pollInterval(speed),
  })
  azure.warmUp()
  const client = queryClient()
  void beginReading(client, azure)
  return (
    <QueryClientProvider client={client}>
      <AzureProvider value={azure}>
        <DemoHost
          emulation={emulation}
          onState={(state) => {
            speed = state.speed
            const taken = state.opened?.snapshot?.takenAt
            takenAt = taken === undefined ? undefined : Date.parse(taken)
            stopTime(takenAt)
          }}
        >
          <RouterProvider router={createRouter(base)} />
        </DemoHost>
      </AzureProvider>
    </QueryClientProvider>
  )
}

// The demo's Azure is in the browser, so the network being gone stops nothing; on Azure it is an answer to show.
function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false } },
  })
}

/** The app of one account, with a memory of its own; the same for the same account. */
function appsOfAccounts(session: Session, cloud: Cloud, base: string): (account: Account) => ReactNode {
  const apps = new Map<string, ReactNode>()
  return (account) => {
    const app = apps.get(account.id) ?? appOfAccount(session, account, cloud, base)
    apps.set(account.id, app)
    return app
  }
}

function appOfAccount(session: Session, account: Account, cloud: Cloud, base: string): ReactNode {
  const azure = createAzure({
    ...BROWSER,
    send: fetchSend((input, init) => fetch(input, init)),
    credential: session.credential,
    challenged: session.challenged,
    ownTenant: account.tenantId,
    endpoint: cloud.armEndpoint,
    scopes: cloud.scope,
    pollIntervalMs: () => POLL_INTERVAL,
  })
  const client = queryClient()
  void beginReading(client, azure, account.id)
  return (
    <QueryClientProvider client={client}>
      <AzureProvider value={azure}>
        <RouterProvider router={createRouter(base)} />
      </AzureProvider>
    </QueryClientProvider>
  )
}

/** Between two looks at an operation when ARM names no time. */
const POLL_INTERVAL = 10_000

function NoEmulator() {
  return (
    <StartProblem
      what="The demo did not start"
      why="Its emulator is missing from this build."
      remedy="Please report it."
    />
  )
}

function NoSession({ error }: { error: HubError | undefined }) {
  return (
    <StartProblem
      what="Signing in cannot start in this browser"
      why={error ? `${error.code}: ${error.message}` : 'The part of the app that signs in is missing.'}
      remedy="Open the app over https, and allow it to keep data in this browser."
    />
  )
}

function Stopped({ error }: { error: unknown }) {
  return (
    <StartProblem
      what="The app stopped because of a fault in it"
      why={error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
      remedy="Nothing was changed in Azure by this. Reloading may help; if it happens again, please report it with the text above."
    />
  )
}
