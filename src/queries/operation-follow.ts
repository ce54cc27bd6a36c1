import type { OnStep, WriteEnd, Writes } from '../azure/write.ts'
import { errorIn, type HubError } from '../model/errors.ts'
import type { KeptOperation } from './kept-operations.ts'
import type { OperationList } from './operation-list.ts'

/** Between two tries to look again after the client of operations has given up. */
export const AGAIN_MS = 60_000

/** Looks in a row that Azure refuses until it is not known how it ended: a few minutes, as a new role takes to count. */
const MOST_FORBIDDEN = 5

interface FollowOptions {
  writes: () => Promise<Writes>
  list: OperationList
  needsSignIn: (id: string) => boolean
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** How this tab follows an operation until it has an end. What is held up naps, and is looked at again when that may help. */
export interface Following {
  /** From what `first` comes to. */
  toTheEnd(
    operation: KeptOperation,
    first: (onStep: OnStep) => Promise<WriteEnd>,
  ): Promise<Exclude<WriteEnd, { is: 'unreachable' }>>
  /** Looks on where an operation was left. Ends at once where the following is stopped. */
  resumed(operation: KeptOperation, onStep: OnStep): Promise<WriteEnd>
  /** What was stopped meanwhile naps no longer. */
  wakeStopped(): void
  wakeAll(): void
}

export function createFollowing({ writes, list, needsSignIn, sleep }: FollowOptions): Following {
  /** By key of what is held up. */
  const naps = new Map<string, AbortController>()
  const { put, stoppedAt, until } = list

  const toTheEnd: Following['toTheEnd'] = async (operation, first) => {
    let now = operation
    const onStep: OnStep = (step, record) => {
      const { record: _, ...rest } = now
      now = { ...rest, state: { is: 'running', step }, ...(record && { record }) }
      put(now)
    }
    let end = await first(onStep).catch((thrown: unknown): WriteEnd => {
      // A fault of the app, or a chunk that did not load; what was sent by then may have been carried out.
      const error = errorIn(thrown)
      const unsent = now.state.is === 'running' && now.state.step === 'reading'
      return unsent ? { is: 'refused', error, during: 'reading' } : { is: 'unknown', error }
    })
    for (let refusals = 0; end.is === 'unreachable';) {
      const { error } = end
      refusals = error.kind === 'forbidden' ? refusals + 1 : 0
      if (refusals === MOST_FORBIDDEN) return { is: 'unknown', error }
      now = { ...now, state: { is: 'running', step: 'running', heldUp: error } }
      put(now)
      await nap(now, error)
      end = await resumed(now, onStep)
    }
    return end
  }

  const resumed: Following['resumed'] = async (operation, onStep) => {
    const { key } = operation
    const looking = new AbortController()
    const over = new AbortController()
    const stopped = until(() => stoppedAt(key) !== undefined, over.signal).catch(() => undefined)
    const found = looked(
      operation,
      (step, record) => {
        if (!stoppedAt(key)) onStep(step, record)
      },
      looking.signal,
    )
    try {
      const end = await Promise.race([found, stopped])
      const error = stoppedAt(key)
      return error ? { is: 'unknown', error } : (end ?? (await found))
    } finally {
      looking.abort()
      over.abort()
    }
  }

  async function looked(operation: KeptOperation, onStep: OnStep, signal: AbortSignal): Promise<WriteEnd> {
    try {
      return operation.by === 'browser'
        ? await (await writes()).resume(operation.write, operation.record, { onStep, signal })
        : await (await writes()).watch(operation, { onStep, signal })
    } catch (thrown) {
      return { is: 'unreachable', error: errorIn(thrown) }
    }
  }

  async function nap({ key, id }: KeptOperation, { kind }: HubError): Promise<void> {
    do {
      const stop = new AbortController()
      naps.set(key, stop)
      await sleep(AGAIN_MS, stop.signal).catch(() => undefined)
      naps.delete(key)
    } while (kind === 'auth' && needsSignIn(id) && !stoppedAt(key))
  }

  return {
    toTheEnd,
    resumed,
    wakeStopped() {
      for (const [key, nap] of naps) if (stoppedAt(key)) nap.abort()
    },
    wakeAll() {
      for (const nap of naps.values()) nap.abort()
    },
  }
}
