import { setupServer } from 'msw/node'
import { createEmulator, type Emulator } from '../../src/emulator/app.ts'
import type { Estate } from '../../src/emulator/estates/estate.ts'
import { emulatorHandlers } from '../../src/emulator/mount-msw.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'

interface TestAzure {
  emulator: Emulator
  /** Lets the answers go that a fault holds back, however long they were to take. */
  goOn(): void
}

/** The emulator in the place of ARM. @param known goes on in place of a new one */
export async function openAzure(estates: Estate[], faults: Fault[], known?: Emulator): Promise<TestAzure> {
  const held = new Set<() => void>()
  const emulator =
    known ??
    createEmulator({
      clock: () => Date.now(),
      newGuid: () => crypto.randomUUID(),
      estates,
      speed: 'instant',
      sleep: (milliseconds) =>
        new Promise((resolve) => {
          const timer = setTimeout(wake, milliseconds)
          held.add(wake)
          function wake() {
            clearTimeout(timer)
            held.delete(wake)
            resolve()
          }
        }),
    })
  await emulator.control({ do: 'faults', faults })
  return {
    emulator,
    goOn() {
      for (const wake of held) wake()
    },
  }
}

interface Network {
  /** Everything that Azure was asked for, `GET /subscriptions…`. */
  requests: string[]
  close(): void
}

/** Lets msw answer from it what the page asks the network for, and nothing else. */
export function onNetwork(emulator: Emulator): Network {
  const server = setupServer(...emulatorHandlers(emulator))
  server.listen({ onUnhandledRequest: 'error' })
  const requests: string[] = []
  server.events.on('request:start', ({ request }) => requests.push(told(request)))
  return { requests, close: () => server.close() }
}

/** As the worker of a demo is asked, past the network: the way through msw and back takes a tenth of a test. */
export function inDemo(emulator: Emulator) {
  const requests: string[] = []
  return {
    requests,
    /** Rejects as `fetch` does. */
    send(request: Request, signal?: AbortSignal): Promise<Response> {
      signal?.throwIfAborted()
      requests.push(told(request))
      return new Promise((resolve, reject) => {
        const stop = () => reject(signal?.reason as Error)
        const answered = (response: Response) =>
          response.type === 'error' ? reject(new TypeError('Failed to fetch')) : resolve(response)
        signal?.addEventListener('abort', stop)
        void emulator
          .fetch(request)
          .then(answered, reject)
          .finally(() => signal?.removeEventListener('abort', stop))
      })
    },
  }
}

function told({ method, url }: Request): string {
  const { pathname, search } = new URL(url)
  return `${method} ${pathname}${search}`
}
