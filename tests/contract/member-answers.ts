import { contoso } from '../../src/emulator/estates/contoso/contoso.ts'
import { networkTypeOfId } from '../../src/emulator/network/table.ts'
import type { Json } from '../../src/emulator/wire/json.ts'
import { PUTS } from './bodies.ts'
import { NETWORK, testEmulator, withNetwork } from './emulator.ts'
import { shownIn, type Shown } from './member-table.ts'
import { operationOf } from './coverage-rows.ts'
import { endsInType, polledOperation, typeOf, type Recording } from './replay/recordings.ts'

/** What the emulator shows: all of contoso by GET and LIST, and one PUT of every type, its GET and its LIST. */
export async function emulatorShows(): Promise<Shown[]> {
  const shown: Shown[] = []
  const look = async (emulator: ReturnType<typeof testEmulator>, paths: Iterable<string>): Promise<void> => {
    for (const path of paths) {
      const { status, body } = await emulator.ask('GET', path)
      shown.push(...shownIn('GET', status, body as Json))
    }
  }
  const estate = testEmulator({ estates: [contoso], pageSize: 1000 })
  await look(estate, pathsOf(contoso.resources.map(({ id }) => id)))

  const made = await withNetwork(testEmulator())
  for (const [short, body] of PUTS) {
    const { status, body: answer } = await made.ask('PUT', `${NETWORK}/${short}`, body)
    shown.push(...shownIn('PUT', status, answer as Json))
    made.pass(7200)
  }
  await look(made, pathsOf(PUTS.map(([short]) => `${NETWORK}/${short}`)))
  return shown
}

/** Each resource and its collection. */
function pathsOf(ids: string[]): Set<string> {
  return new Set(
    ids
      .filter((id) => networkTypeOfId(id) !== undefined)
      .flatMap((id) => [id, id.slice(0, id.lastIndexOf('/'))]),
  )
}

/** What the service showed, and what it had been sent, by type in lower case. */
export function recordingsShow(recordings: readonly Recording[]): {
  shown: Shown[]
  sent: Map<string, Json[]>
} {
  const shown: Shown[] = []
  const sent = new Map<string, Json[]>()
  for (const { method, url, status, requestBody, responseBody } of recordings.flatMap(
    (one) => one.interactions,
  )) {
    if (polledOperation(url) !== undefined || operationOf(method, new URL(url).pathname) === undefined)
      continue
    shown.push(...shownIn(method, status, responseBody))
    if (method === 'PUT' && !endsInType(url))
      sent.set(typeOf(url), [...(sent.get(typeOf(url)) ?? []), requestBody])
  }
  return { shown, sent }
}
