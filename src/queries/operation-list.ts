import type { HubError } from '../model/errors.ts'
import { isRunning } from '../model/operations/operation.ts'
import type { KeptList } from './kept-list.ts'
import { jsonOfOperation, type KeptOperation, readOperation } from './kept-operations.ts'

/** Ends that are kept, and for how long. */
const MOST_ENDS = 100
const OLDEST = 30 * 24 * 3_600_000

/** The operations of all tabs as they are kept; who listens is told of each change, whichever tab made it. */
export interface OperationList {
  /** The newest first; the same array until something changes. */
  all(): readonly KeptOperation[]
  find(key: string): KeptOperation | undefined
  /** What is kept is read now, whether another tab told of a change or not. Nobody is told. */
  reread(): void
  /** @param isNew else what was taken away meanwhile does not come back */
  put(operation: KeptOperation, isNew?: 'new'): void
  forget(keys: readonly string[]): void
  /** Forgets ends that are old, or too many. */
  prune(now: number): void
  /** Why it was held up when somebody stopped the following, in any tab. */
  stoppedAt(key: string): HubError | undefined
  listen(listener: () => void): () => void
  /** Until the signal, which is an error, or until `is` holds, looked at after each change. */
  until(is: () => boolean, signal?: AbortSignal): Promise<void>
}

export function createOperationList(kept: KeptList): OperationList {
  const listeners = new Set<() => void>()
  let list = read()
  let unhear: (() => void) | undefined

  function read(): readonly KeptOperation[] {
    return [...kept.read()]
      .flatMap(([key, value]) => readOperation(key, value) ?? [])
      .sort((one, other) => other.startedAt - one.startedAt)
  }

  function changed(): void {
    list = read()
    for (const listener of listeners) listener()
  }

  function forget(keys: readonly string[]): void {
    for (const key of keys) kept.write(key, undefined)
    if (keys.length > 0) changed()
  }

  function listen(listener: () => void): () => void {
    listeners.add(listener)
    unhear ??= kept.onChange(changed)
    return () => listeners.delete(listener)
  }

  return {
    all: () => list,
    find: (key) => list.find((one) => one.key === key),
    reread() {
      list = read()
    },
    put(operation, isNew) {
      if (isNew === undefined && !kept.read().has(operation.key)) return
      kept.write(operation.key, jsonOfOperation(operation))
      changed()
    },
    forget,
    prune(now) {
      const ends = list.filter((one) => !isRunning(one))
      const old = ends.filter(({ startedAt }, at) => at >= MOST_ENDS || now - startedAt > OLDEST)
      forget(old.map(({ key }) => key))
    },
    stoppedAt(key) {
      const state = list.find((one) => one.key === key)?.state
      return state?.is === 'unknown' ? state.error : undefined
    },
    listen,
    until: (is, signal) =>
      new Promise((resolve, reject) => {
        const stop = listen(() => {
          if (!is()) return
          stop()
          resolve()
        })
        signal?.addEventListener('abort', () => {
          stop()
          reject(new DOMException('Aborted', 'AbortError'))
        })
        if (!is()) return
        stop()
        resolve()
      }),
  }
}
