import { createAzure } from '../../src/azure/azure.ts'
import { demoCredential } from '../../src/azure/demo-credential.ts'
import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { noAnswer } from '../../src/azure/transport.ts'
import type { Fault } from '../../src/emulator/wire/control.ts'
import type { Resource } from '../../src/model/resources/resource.ts'
import { testEmulator } from './emulator.ts'

interface Wire {
  method: string
  path: string
  body?: unknown
  ifMatch?: string
}

/** Where everything may be changed: roles, locks and policies are another test's. */
const OPEN = { ...contoso, roleAssignments: undefined, locks: undefined, policies: undefined }

/** The app's data layer on the emulator's company; waiting moves its clock. @param tamper changes what a read answers */
export function onContoso({ tamper }: { tamper?: (body: string) => string } = {}) {
  const emulator = testEmulator({ estates: [OPEN], estate: OPEN.name })
  const sent: Wire[] = []
  let id = 0
  const never = new Promise<never>(() => undefined)
  /** Of a page: once it is closed, what it has sent still arrives, and nobody hears the answer. */
  const azureOf = (isClosed: () => boolean) =>
    createAzure({
      send: async ({ url, method, headers, body }) => {
        const ifMatch = headers['if-match']
        sent.push({
          method,
          path: new URL(url).pathname,
          ...(body && { body: JSON.parse(body) as unknown }),
          ...(ifMatch !== undefined && { ifMatch }),
        })
        const response = await emulator.fetch(new Request(url, { method, headers, body }))
        if (response.type === 'error') throw noAnswer()
        const text = await response.text()
        if (isClosed()) return never
        return {
          status: response.status,
          headers: Object.fromEntries(response.headers),
          body: tamper && method === 'GET' ? tamper(text) : text,
        }
      },
      credential: demoCredential,
      clock: () => emulator.now(),
      sleep: (milliseconds) => {
        if (isClosed()) return never
        emulator.pass(milliseconds / 1000)
        return Promise.resolve()
      },
      newId: () => String(id++),
      pollIntervalMs: () => 1_000,
    })
  const order = (...faults: Fault[]) => emulator.control({ do: 'faults', faults })
  return { emulator, azure: azureOf(() => false), azureOf, sent, order }
}

export type On = ReturnType<typeof onContoso>

export async function read({ azure }: On, id: string): Promise<Resource> {
  const got = await azure.resource(id)
  if (!got.ok) throw new Error(`${id}: ${got.error.code}`)
  return got.value
}

export function idOf(name: string): string {
  const found = contoso.resources.find(({ id }) => id.endsWith(`/${name}`))
  if (!found) throw new Error(`contoso has no ${name}`)
  return found.id
}
