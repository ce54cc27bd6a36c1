import type { BrowserContext, Page } from '@playwright/test'
import type { ControlCommand, EmulatorState, Fault } from '../../src/emulator/wire/control.ts'
import type { FromWorker, ToWorker, WireRequest } from '../../src/emulator/wire/messages.ts'

type Question = ToWorker extends infer Message
  ? Message extends { id: number }
    ? Omit<Message, 'id'>
    : never
  : never

declare global {
  interface Window {
    /** Asks the worker of this page that answers for Azure. */
    askEmulator(question: Question): Promise<FromWorker>
  }
}

/**
 * Lets a test speak with the emulator in the worker that the app itself starts. Call before a page is opened.
 * @param faults in force in each new worker before the app's first request
 */
export async function reachEmulator(context: BrowserContext, faults: Fault[] = []): Promise<void> {
  await context.addInitScript((ordered) => {
    const waiting = new Map<number, (answer: FromWorker) => void>()
    const workers: Worker[] = []
    let last = 0
    window.Worker = new Proxy(Worker, {
      construct(make, [url, options]: [string | URL, WorkerOptions | undefined]) {
        const worker = new make(url, options)
        worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) =>
          waiting.get(data.id)?.(data),
        )
        workers.push(worker)
        if (ordered.length > 0) void window.askEmulator({ control: { do: 'faults', faults: ordered } })
        return worker
      },
    })
    window.askEmulator = (question) =>
      new Promise((resolve) => {
        // The app counts up from one.
        last -= 1
        waiting.set(last, resolve)
        workers.at(-1)?.postMessage({ ...question, id: last })
      })
  }, faults)
}

export async function control(page: Page, command: ControlCommand): Promise<EmulatorState> {
  const answer = await page.evaluate((asked) => window.askEmulator({ control: asked }), command)
  if ('result' in answer) return answer.result
  throw new Error(`The emulator did not answer: ${JSON.stringify(answer)}`)
}

interface ArmAnswer {
  status: number
  // JSON, of which a test knows what it asks for.
  // oxlint-disable-next-line typescript/no-explicit-any
  body: any
}

/** A request of somebody else's to the Azure that this page sees. */
export async function arm(
  page: Page,
  method: 'GET' | 'PUT' | 'DELETE',
  id: string,
  body?: unknown,
): Promise<ArmAnswer> {
  const request: WireRequest = {
    url: `https://management.azure.com${id.split('/').map(encodeURIComponent).join('/')}?api-version=2025-05-01`,
    method,
    headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
    body: body === undefined ? '' : JSON.stringify(body),
  }
  const answer = await page.evaluate((asked) => window.askEmulator({ request: asked }), request)
  if (!('response' in answer)) throw new Error(`The emulator did not answer: ${JSON.stringify(answer)}`)
  const { status, body: text } = answer.response
  return { status, body: text === '' ? undefined : JSON.parse(text) }
}
