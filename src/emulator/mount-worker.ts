/// <reference lib="webworker" />
import { createEmulator, type Emulator } from './app.ts'
import { ESTATES } from './estates/catalog.ts'
import type { Store } from './store.ts'
import { openIndexedDbStore } from './store/indexeddb-store.ts'
import { createMemoryStore } from './store/memory-store.ts'
import type { FromWorker, ToWorker, WireRequest, WireResponse } from './wire/messages.ts'

/** The only host a demo may ask (architecture 2: no code path to another one). */
const HOST = 'https://management.azure.com'

// Opened while the page is still loading; messages wait for it.
const emulator = openStore().then((store) =>
  createEmulator({
    clock: () => Date.now(),
    newGuid: () => crypto.randomUUID(),
    estates: ESTATES,
    store,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  }),
)

self.addEventListener('message', (event: MessageEvent<ToWorker>) => {
  void answered(event.data).then((answer) => self.postMessage(answer))
})

async function answered(message: ToWorker): Promise<FromWorker> {
  const { id } = message
  try {
    if ('control' in message) return { id, result: await (await emulator).control(message.control) }
    if ('file' in message) return { id, file: await (await emulator).file(message.file) }
    const response = await fetched(await emulator, message.request)
    return response ? { id, response } : { id, unanswered: true }
  } catch (error) {
    return { id, failure: error instanceof Error ? error.message : String(error) }
  }
}

async function fetched(to: Emulator, request: WireRequest): Promise<WireResponse | undefined> {
  if (new URL(request.url).origin !== HOST) throw new Error(`The demo answers only for ${HOST}.`)
  const { url, method, headers, body } = request
  const response = await to.fetch(new Request(url, { method, headers, body: body === '' ? undefined : body }))
  // A network error has no status.
  if (response.type === 'error') return undefined
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  }
}

async function openStore(): Promise<Store> {
  try {
    return await openIndexedDbStore('hybrid-connectivity-hub-emulator')
  } catch {
    return createMemoryStore()
  }
}
