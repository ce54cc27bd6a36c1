import type { Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { Sleep } from './transport.ts'

/** What is looked at now, by keys. */
export interface RowsInView {
  keys(): readonly string[]
  /** Resolves when something else is looked at. */
  changed(): Promise<void>
}

export interface StatusReading {
  of: Resource
  got: Result<Resource, HubError>
}

export interface StatusesOptions {
  signal?: AbortSignal
  inView: RowsInView
  /** After each batch. */
  onRead: (readings: StatusReading[]) => void
}

/** In the background, so that it leaves room for what a person asks for. */
const A_SECOND = 5

/**
 * One GET for each connection, whose status no list and no Resource Graph tells: those in view at once, the rest at no more
 * than five a second, and not while nobody looks.
 * @throws only the signal's reason
 */
export async function readStatuses(
  {
    get,
    sleep,
    hidden,
  }: { get: (id: string) => Promise<Result<Resource, HubError>>; sleep: Sleep; hidden: () => boolean },
  connections: readonly Resource[],
  { signal, inView, onRead }: StatusesOptions,
): Promise<void> {
  const waiting = new Map(connections.map((connection) => [connection.key, connection]))
  let resting: Promise<'rested'> | undefined
  const rest = () => {
    resting = sleep(1000, signal).then(() => 'rested' as const)
    // Awaited later, or never, when it is aborted.
    resting.catch(() => undefined)
  }
  while (waiting.size > 0) {
    signal?.throwIfAborted()
    const seen = inView.keys().flatMap((key) => waiting.get(key) ?? [])
    if (seen.length === 0 && resting) {
      const first = await Promise.race([resting, inView.changed().then(() => 'looked elsewhere' as const)])
      if (first === 'rested') resting = undefined
      continue
    }
    if (seen.length === 0) {
      rest()
      if (hidden()) continue
    }
    const batch = seen.length > 0 ? seen : [...waiting.values()].slice(0, A_SECOND)
    const readings = await Promise.all(batch.map(async (of) => ({ of, got: await get(of.id) })))
    for (const { key } of batch) waiting.delete(key)
    onRead(readings)
  }
}
