import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { RouterProvider } from 'react-router-dom'
import { createAzure } from '../azure/azure.ts'
import { demoCredential } from '../azure/demo-credential.ts'
import { timerSleep } from '../azure/transport.ts'
import { stopTime } from '../components/now.ts'
import { AzureProvider } from '../queries/use-azure.ts'
import { readOnlyStore } from '../queries/use-read-only.ts'
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx'
import type { Setup } from './config.ts'
import { DemoHost } from './demo/DemoHost.tsx'
import { pollInterval, type Emulation } from './demo/emulation.ts'
import { StartProblem } from './pages/StartProblem.tsx'
import { createRouter } from './routes.tsx'
import { Theme } from './theme/Theme.tsx'

interface StartOptions {
  setup: Setup
  /** In the demo only. */
  emulation?: Emulation
  /** Where the app lies on its host, `/` or `/hub/`. */
  base: string
  root: HTMLElement
}

/** Draws the app in place of index.html's static frame. Returns what takes it away again. */
export function start({ setup, emulation, base, root }: StartOptions): () => void {
  const react = createRoot(root)
  react.render(
    <StrictMode>
      <Theme>
        <ErrorBoundary fallback={(error) => <Stopped error={error} />}>
          {emulation ? app(emulation, base) : <NotStarted setup={setup} />}
        </ErrorBoundary>
      </Theme>
    </StrictMode>,
  )
  return () => react.unmount()
}

function app(emulation: Emulation, base: string): ReactNode {
  let speed: Parameters<typeof pollInterval>[0] = 'fast'
  let takenAt: number | undefined
  const azure = createAzure({
    send: emulation.send,
    credential: demoCredential,
    clock: () => Date.now(),
    readAt: () => takenAt ?? Date.now(),
    sleep: timerSleep,
    newId: () => crypto.randomUUID(),
    pollIntervalMs: () => pollInterval(speed),
    readOnly: readOnlyStore.getSnapshot,
    hidden: () => document.visibilityState === 'hidden',
  })
  azure.warmUp()
  // The demo's Azure is in the browser, so the network being gone stops nothing.
  const client = new QueryClient({
    defaultOptions: { queries: { networkMode: 'always', refetchOnWindowFocus: false } },
  })
  const router = createRouter(base)
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
          <RouterProvider router={router} />
        </DemoHost>
      </AzureProvider>
    </QueryClientProvider>
  )
}

function NotStarted({ setup }: { setup: Setup }) {
  switch (setup.is) {
    case 'problem':
      return <StartProblem what={setup.what} why={setup.why} remedy={setup.remedy} />
    case 'azure':
      return (
        <StartProblem
          what="This build has no sign-in yet"
          why={`It is set up for the client ${setup.clientId}, so it does not show its made-up estate; reading a real one needs sign-in, which this version does not have.`}
          remedy="For the demo, take the client id out of config.json and out of the build’s variables."
        />
      )
    case 'demo':
      return (
        <StartProblem
          what="The demo did not start"
          why="Its emulator is missing from this build."
          remedy="Please report it."
        />
      )
  }
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
