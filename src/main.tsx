import { configAnswer, readSetup } from './app/config.ts'
import type { Emulation } from './app/demo/emulation.ts'
import type { Setup } from './app/setup.ts'
import { isAnswer } from './azure/sign-in-answer.ts'
import type { WireAnswer } from './azure/transport.ts'
import type { ControlCommand, EmulatorState, FileCommand, FileResult } from './emulator/wire/control.ts'
import type { FromWorker, ToWorker } from './emulator/wire/messages.ts'
import { onAbort } from './lib/abort.ts'

declare global {
  interface Window {
    /** config.json, asked for by index.html before any module was here. */
    hubConfig?: Promise<Response>
  }
}

/** Begins what config.json says, the app and the SDK; in the demo the emulator before both, on Azure the session. */
async function begin(): Promise<void> {
  const base = import.meta.env.BASE_URL
  // The frame in which a sign-in is renewed unseen comes back to this address too.
  if (window.parent !== window && isAnswer(location.hash)) {
    await (await import('./azure/sign-in/answer-frame.ts')).answerFrame()
    return
  }
  const asked = window.hubConfig ?? fetch(`${base}config.json`, { credentials: 'same-origin' })
  const setup = await readSetup(await configAnswer(asked), {
    clientId: import.meta.env['VITE_CLIENT_ID'],
    tenantId: import.meta.env['VITE_TENANT_ID'],
    cloud: import.meta.env['VITE_CLOUD'],
    armEndpoint: import.meta.env['VITE_ARM_ENDPOINT'],
    authorityHost: import.meta.env['VITE_AUTHORITY_HOST'],
    scope: import.meta.env['VITE_SCOPE'],
    portal: import.meta.env['VITE_PORTAL'],
  })
  // The worker first: while the app's modules are evaluated, which takes longest, it could not even be started. Their
  // files are on their way since index.html named them.
  const emulation = setup.is === 'demo' ? startEmulation() : undefined
  // The frame is painted before the modules are evaluated, which holds everything up.
  await painted()
  const app = import('./app/app.tsx')
  // Both are asked for again by who needs them: there a failure is told.
  import('./azure/network-sdk.ts').catch(() => undefined)
  if (location.pathname === base) import('./features/hub/hub-route.tsx').catch(() => undefined)

  // Before the router: the address may hold the sign-in page's answer, and is not yet the one to show.
  const opened = setup.is === 'azure' ? await openSession(setup, base) : undefined
  const { start } = await app
  await styled()
  start({ setup, emulation, opened, base, root: rootElement() })
}

async function openSession(setup: Extract<Setup, { is: 'azure' }>, base: string) {
  const [{ openSession }, { forgetSignedOut }] = await Promise.all([
    import('./azure/sign-in/open-session.ts'),
    import('./app/account/sign-out.ts'),
  ])
  return openSession({ ...setup, redirectUri: new URL(base, location.origin).href }, forgetSignedOut)
}

/** Once what index.html holds can be seen; where nobody looks, at once. */
function painted(): Promise<void> {
  if (document.hidden) return Promise.resolve()
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
}

/** This script runs as soon as it is here, perhaps before the end of index.html. */
function parsed(): Promise<void> {
  if (document.readyState !== 'loading') return Promise.resolve()
  return new Promise((resolve) =>
    document.addEventListener('DOMContentLoaded', () => resolve(), { once: true }),
  )
}

/** Nothing is drawn without its style; if that cannot be loaded, plain is better than nothing. */
async function styled(): Promise<void> {
  await parsed()
  const sheets = [...document.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')]
  await Promise.all(sheets.filter(({ sheet }) => sheet === null).map(settled))
}

function settled(sheet: HTMLLinkElement): Promise<void> {
  return new Promise((resolve) => {
    sheet.addEventListener('load', () => resolve(), { once: true })
    sheet.addEventListener('error', () => resolve(), { once: true })
  })
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
      const stop = onAbort(signal, () => {
        waiting.delete(id)
        reject(new DOMException('Aborted', 'AbortError'))
      })
      waiting.set(id, {
        resolve: (answer) => {
          stop()
          resolve(answer)
        },
        reject: (error) => {
          stop()
          reject(error)
        },
      })
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
    async send(request, signal): Promise<WireAnswer | undefined> {
      const answer = await ask((id) => ({ id, request }), signal)
      if ('response' in answer) return answer.response
      if ('unanswered' in answer) return undefined
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
    async readBlob(url) {
      const answer = await onFile({ do: 'blob', url })
      if (answer.is !== 'file') throw new Error('Nothing was written there.')
      return answer.text
    },
    setFaults: (faults) => control({ do: 'faults', faults: [...faults] }),
    setFarSide: (connection, device) => control({ do: 'farSide', connection, device }),
    setProvider: (circuit, act) => control({ do: 'provider', circuit, act }),
    setCircuitPath: (circuit, path, is) => control({ do: 'circuitPath', circuit, path, is }),
  }
}

begin().catch((error: unknown) => {
  // Not even the app's own error page could be loaded.
  reportError(error)
  const text = 'The app could not be loaded. Check the network, then reload the page.'
  rootElement().replaceChildren(Object.assign(document.createElement('p'), { textContent: text }))
})
