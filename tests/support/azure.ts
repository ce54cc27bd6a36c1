import { setupServer } from 'msw/node'
import { createEmulator, type Emulator } from '../../src/emulator/app.ts'
import type { Estate } from '../../src/emulator/estates/estate.ts'
import { emulatorHandlers } from '../../src/emulator/mount-msw.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'

interface TestAzure {
  emulator: Emulator
  /** Everything that it was asked for, `GET /subscriptions…`. */
  requests: string[]
  /** Lets the answers go that a fault holds back, however long they were to take. */
  goOn(): void
  close(): void
}

/** The emulator in the place of ARM, behind msw, until it is closed. @param known goes on in place of a new one */
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
  const server = setupServer(...emulatorHandlers(emulator))
  server.listen({ onUnhandledRequest: 'error' })
  const requests: string[] = []
  server.events.on('request:start', ({ request }) => {
    const { pathname, search } = new URL(request.url)
    requests.push(`${request.method} ${pathname}${search}`)
  })
  return {
    emulator,
    requests,
    goOn() {
      for (const wake of held) wake()
    },
    close: () => server.close(),
  }
}
