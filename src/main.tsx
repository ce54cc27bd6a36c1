import { fetchConfig, readSetup } from './app/config.ts'
import type { Emulation } from './app/demo/emulation.ts'
import type { WireAnswer } from './azure/transport.ts'
import type { ControlCommand, EmulatorState, FileCommand, FileResult } from './emulator/wire/control.ts'
import type { FromWorker, ToWorker } from './emulator/wire/messages.ts'

/** Begins everything at once: the app, the SDK and, once config.json has said that this is the demo, its emulator. */
async function begin(): Promise<void> {
  const app = import('./app/app.tsx')
  // Both are asked for again by who needs them: there a failure is told.
  import('./azure/network-sdk.ts').catch(() => undefined)
  if (location.pathname === import.meta.env.BASE_URL)
    import('./features/hub/hub-route.tsx').catch(() => undefined)

  const setup = readSetup(await fetchConfig(`${import.meta.env.BASE_URL}config.json`), {
    clientId: import.meta.env['VITE_CLIENT_ID'],
    tenantId: import.meta.env['VITE_TENANT_ID'],
  })
  const emulation = setup.is === 'demo' ? startEmulation() : undefined
  const { start } = await app
  start({ setup, emulation, base: import.meta.env.BASE_URL, root: rootElement() })
}

function rootElement(): HTMLElement {
  const root = document.getElementById('root')
  if (!root) throw new Error('index.html has no element with the id root')
  return root
}

/** The only place that knows the emulator: its worker by its address, its messages by their types. */
function startEmulation(): Emulation {
  const worker = new Worker(new URL('./emulator/mount-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve: (answer: FromWorker) => void; reject: (error: Error) => void }>()
  let last = 0
  let broken: Error | undefined

  worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
    waiting.get(data.id)?.resolve(data)
    waiting.delete(data.id)
  })
  worker.addEventListener('error', ({ message }) => {
    broken = new Error(`The demo's emulator stopped: ${message || 'its file could not be loaded'}`)
    for (const { reject } of waiting.values()) reject(broken)
    waiting.clear()
  })

  function ask(make: (id: number) => ToWorker, signal?: AbortSignal): Promise<FromWorker> {
    return new Promise((resolve, reject) => {
      if (broken) {
        reject(broken)
        return
      }
      last += 1
      const id = last
      waiting.set(id, { resolve, reject })
      signal?.addEventListener(
        'abort',
        () => {
          waiting.delete(id)
          reject(new DOMException('Aborted', 'AbortError'))
        },
        { once: true },
      )
      worker.postMessage(make(id))
    })
  }

  async function control(command: ControlCommand): Promise<EmulatorState> {
    const answer = await ask((id) => ({ id, control: command }))
    if ('result' in answer) return answer.result
    throw new Error('failure' in answer ? answer.failure : 'The emulator answered something else')
  }

  async function onFile(command: FileCommand): Promise<FileResult> {
    const answer = await ask((id) => ({ id, file: command }))
    if ('file' in answer) return answer.file
    throw new Error('failure' in answer ? answer.failure : 'The emulator answered something else')
  }

  return {
    async send(request, signal): Promise<WireAnswer> {
      const answer = await ask((id) => ({ id, request }), signal)
      if ('response' in answer) return answer.response
      throw new Error('failure' in answer ? answer.failure : 'The emulator answered something else')
    },
    describe: () => control({ do: 'describe' }),
    reset: (estate) => control({ do: 'reset', estate }),
    setSpeed: (speed) => control({ do: 'settings', speed }),
    async open(file) {
      const answer = await onFile({ do: 'open', ...file })
      if (answer.is === 'file') throw new Error('The emulator answered something else')
      return answer
    },
    async download() {
      const answer = await onFile({ do: 'download' })
      if (answer.is !== 'file') throw new Error('The emulator answered something else')
      return answer.text
    },
  }
}

begin().catch((error: unknown) => {
  // Not even the app's own error page could be loaded.
  reportError(error)
  const text = 'The app could not be loaded. Check the network, then reload the page.'
  rootElement().replaceChildren(Object.assign(document.createElement('p'), { textContent: text }))
})
