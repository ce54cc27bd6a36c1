import type { OnStep, WriteEnd, Writes } from '../azure/write.ts'
import type { Write } from '../model/edits/write.ts'
import { topOf } from '../model/edits/held-by.ts'
import { errorIn, type HubError } from '../model/errors.ts'
import type { Run } from '../model/operations/durations.ts'
import { isRunning, type ListedOperation, type OperationState } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { KeptList } from './kept-list.ts'
import { jsonOfOperation, type KeptOperation, readOperation } from './kept-operations.ts'
import { endedState } from './operation-ends.ts'
import { holdAll, type TabLocks } from './tab-locks.ts'

/**
 * Every write of this browser and account, and what else is under way on Azure. It outlives reloads, the browser, and an expired
 * sign-in; all tabs share it, and one of them follows each operation.
 */
export interface Ledger {
  /** Begins to follow what was left under way. */
  subscribe(listener: () => void): () => void
  /** The newest first; the same array until something changes. */
  getSnapshot(): readonly ListedOperation[]
  /**
   * Lists a write while it is carried out, and follows it until it has an end. Waits for whatever holds the same, in any tab.
   * @param send sends it
   * @param onWait it waits, and for what where that is known
   * @returns what `send` or the following came to; throws when `signal` stops the waiting
   */
  carry(
    key: string,
    write: Write,
    send: (onStep: OnStep) => Promise<WriteEnd>,
    options: { signal: AbortSignal; onWait: (behind: Write | undefined) => void },
  ): Promise<WriteEnd>
  /**
   * How a write that a left page of this tab has sent stands once it runs no more; `undefined` where it is not listed. Followed
   * at once: that page is gone.
   */
  endOf(key: string): Promise<OperationState | undefined>
  /** Whether it was this tab that saw its end. */
  hasSeenEnd(key: string): boolean
  /** Lists and follows what somebody else began: resources that are being changed. */
  note(resources: readonly Resource[]): void
  /** Follows no longer what is held up: whether Azure did it is not known then, and what waits for it goes. */
  stop(key: string): void
  /** Takes an end from the list; what runs stays. */
  drop(key: string): void
  clearFinished(): void
  /** Everything goes, what runs too: it was of another Azure. Other tabs follow it no longer either. */
  forgetAll(): void
  /** What could not be looked at is looked at now: there is a sign-in again, or a network. */
  wake(): void
}

export interface LedgerOptions {
  writes: () => Promise<Writes>
  kept: KeptList
  locks: TabLocks
  /** Names of locks begin with it: one for each account. */
  name: string
  /** A sign-in is needed before this resource can be looked at. */
  needsSignIn: (id: string) => boolean
  /** An operation has ended that this tab followed, other than by `carry`. */
  onEnd: (operation: ListedOperation, end: WriteEnd) => void
  /** One was followed from its beginning to where Azure said it was done, which took so long. */
  onTimed: (run: Run, milliseconds: number) => void
  clock: () => number
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** Ends that are kept, and for how long. */
const MOST_ENDS = 100
const OLDEST = 30 * 24 * 3_600_000

/** Between two tries to look again after the client of operations has given up. */
const AGAIN_MS = 60_000

/** Looks in a row that Azure refuses until it is not known how it ended: a few minutes, as a new role takes to count. */
const MOST_FORBIDDEN = 5

/** What others have under way is followed up to here. */
const MOST_NOTED = 20

/** Without locks a tab cannot see that another one still waits for an answer; by then it has it or is gone. */
const ANSWERED_MS = 5 * 60_000

export function createLedger(options: LedgerOptions): Ledger {
  const { writes, kept, locks, name, needsSignIn, onEnd, onTimed, clock, sleep } = options
  const listeners = new Set<() => void>()
  /** By key of what is held up. */
  const naps = new Map<string, AbortController>()
  /** What this tab follows, or waits to. */
  const driven = new Set<string>()
  /** Sent by a left page of this tab. */
  const left = new Set<string>()
  /** What this tab has followed to its end. */
  const seen = new Set<string>()
  let list = read()
  let live = false

  function read(): readonly KeptOperation[] {
    return [...kept.read()]
      .flatMap(([key, value]) => readOperation(key, value) ?? [])
      .sort((one, other) => other.startedAt - one.startedAt)
  }

  function changed(): void {
    list = read()
    for (const [key, nap] of naps) if (stoppedAt(key)) nap.abort()
    for (const listener of listeners) listener()
    if (live) takeOver()
  }

  /** @param isNew else what was taken away meanwhile does not come back */
  function put(operation: KeptOperation, isNew?: 'new'): void {
    if (isNew === undefined && !kept.read().has(operation.key)) return
    kept.write(operation.key, jsonOfOperation(operation))
    changed()
  }

  function forget(keys: readonly string[]): void {
    for (const key of keys) kept.write(key, undefined)
    if (keys.length > 0) changed()
  }

  function prune(): void {
    const ends = list.filter((one) => !isRunning(one))
    const old = ends.filter(({ startedAt }, at) => at >= MOST_ENDS || clock() - startedAt > OLDEST)
    forget(old.map(({ key }) => key))
  }

  /** Runs until it has an end: what cannot be looked at is looked at again when that may help. */
  async function toTheEnd(operation: KeptOperation, first: (onStep: OnStep) => Promise<WriteEnd>) {
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
      if (refusals === MOST_FORBIDDEN) return { is: 'unknown', error } satisfies WriteEnd
      now = { ...now, state: { is: 'running', step: 'running', heldUp: error } }
      put(now)
      await nap(now, error)
      end = await resumed(now, onStep)
    }
    return end
  }

  /** Why it was held up when somebody stopped the following, in any tab. */
  function stoppedAt(key: string): HubError | undefined {
    const state = list.find((one) => one.key === key)?.state
    return state?.is === 'unknown' ? state.error : undefined
  }

  /** Ends at once where the following is stopped. */
  async function resumed(operation: KeptOperation, onStep: OnStep): Promise<WriteEnd> {
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
    const { record, id, startedAt } = operation
    try {
      return operation.by === 'browser'
        ? await (await writes()).resume(operation.write, record, { onStep, signal })
        : await (await writes()).watch(id, startedAt, signal)
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

  /** Follows what no other tab follows; what another one does is waited for, in case that tab goes. */
  function takeOver(): void {
    for (const operation of list) {
      const { key, state } = operation
      if (state.is !== 'running' || driven.has(key)) continue
      if (mayBeAnothers(operation)) continue
      driven.add(key)
      void locks.hold(`${name}/operation/${key}`, () => follow(key)).finally(() => driven.delete(key))
    }
  }

  function mayBeAnothers({ key, state, startedAt }: KeptOperation): boolean {
    const isAnswered = state.is === 'running' && state.step === 'running'
    return !locks.across && !left.has(key) && !isAnswered && clock() - startedAt < ANSWERED_MS
  }

  async function follow(key: string): Promise<void> {
    const operation = read().find((one) => one.key === key)
    // That locks cannot be had may have been seen only now.
    if (!operation || operation.state.is !== 'running' || mayBeAnothers(operation)) return
    // The page was left before anything was sent.
    if (operation.state.step === 'reading') return forget([key])
    const since = clock()
    const end = await toTheEnd(operation, (onStep) => resumed(operation, onStep))
    // At the first look: it was over before anybody looked.
    const late = operation.by === 'browser' && clock() - since < AGAIN_MS
    seen.add(key)
    settle(operation, end, late)
    onEnd(operation, end)
  }

  function settle(operation: KeptOperation, end: WriteEnd, late: boolean): void {
    if (stoppedAt(operation.key)) return
    const state = endedState(end, clock(), late)
    const { record: _, ...rest } = operation
    if (state) put({ ...rest, state })
    else forget([operation.key])
    prune()
  }

  function holder(write: Write, key: string): Extract<KeptOperation, { by: 'browser' }> | undefined {
    return list.find(
      (one): one is Extract<KeptOperation, { by: 'browser' }> =>
        one.by === 'browser' &&
        one.key !== key &&
        isRunning(one) &&
        one.write.holds.some((held) => write.holds.includes(held)),
    )
  }

  /** Until the signal or until `is` holds, looked at after each change. */
  function until(is: () => boolean, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const stop = subscribe(() => {
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
    })
  }

  const heard = () => changed()
  let unhear: (() => void) | undefined

  function subscribe(listener: () => void): () => void {
    listeners.add(listener)
    unhear ??= kept.onChange(heard)
    if (!live) {
      live = true
      list = read()
      takeOver()
    }
    return () => listeners.delete(listener)
  }

  return {
    subscribe,
    getSnapshot: () => list,
    async carry(key, write, send, { signal, onWait }) {
      const waits = () => {
        list = read()
        onWait(holder(write, key)?.write)
      }
      const names = write.holds.map((held) => `${name}/holds/${held}`)
      return holdAll(
        locks,
        names,
        async () => {
          list = read()
          // Of a tab that is gone: it holds no lock, and Azure is still at it.
          if (holder(write, key)) waits()
          await until(() => !holder(write, key), signal)
          signal.throwIfAborted()
          driven.add(key)
          const { id, name: called } = write
          const operation: KeptOperation = {
            key,
            id,
            name: called,
            startedAt: clock(),
            by: 'browser',
            write,
            state: { is: 'running', step: 'reading' },
          }
          return locks
            .hold(`${name}/operation/${key}`, async () => {
              put(operation, 'new')
              const end = await toTheEnd(operation, send)
              settle(operation, end, false)
              if (end.is === 'done' && end.by === 'answer') onTimed(write, clock() - operation.startedAt)
              return end
            })
            .finally(() => driven.delete(key))
        },
        { signal, onWait: waits },
      )
    },
    async endOf(key) {
      const now = () => list.find((one) => one.key === key)
      left.add(key)
      if (live) takeOver()
      if (now()) await until(() => !now() || now()?.state.is !== 'running')
      return now()?.state
    },
    hasSeenEnd: (key) => seen.has(key),
    note(resources) {
      const running = list.filter(isRunning)
      const known = new Set(
        running.flatMap((one) => (one.by === 'browser' ? one.write.holds : keyOf(one.id))),
      )
      const ended = new Map(list.map((one) => [keyOf(one.id), one.state.is === 'running' ? 0 : one.state.at]))
      const room = MOST_NOTED - running.filter(({ by }) => by === 'azure').length
      const found = resources.filter(
        ({ key, readAt }) => !known.has(key) && !known.has(topOf(key)) && readAt > (ended.get(key) ?? 0),
      )
      for (const { id, name: called, key, readAt, provisioningState = '' } of found.slice(
        0,
        Math.max(0, room),
      ))
        put(
          {
            key: `noted ${key}`,
            id,
            name: called,
            startedAt: readAt,
            by: 'azure',
            provisioningState,
            state: { is: 'running', step: 'running' },
          },
          'new',
        )
    },
    stop(key) {
      const found = list.find((one) => one.key === key)
      if (found?.state.is !== 'running' || !found.state.heldUp) return
      const { record: _, ...rest } = found
      put({ ...rest, state: { is: 'unknown', error: found.state.heldUp, at: clock() } })
    },
    drop: (key) => forget(list.filter((one) => one.key === key && !isRunning(one)).map((one) => one.key)),
    forgetAll: () => forget(list.map(({ key }) => key)),
    clearFinished: () => forget(list.filter((one) => !isRunning(one)).map(({ key }) => key)),
    wake() {
      for (const nap of naps.values()) nap.abort()
    },
  }
}
