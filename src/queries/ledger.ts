import type { OnStep, WriteEnd, Writes } from '../azure/write.ts'
import type { Write } from '../model/edits/write.ts'
import type { Run } from '../model/operations/durations.ts'
import { isRunning, type ListedOperation, type OperationState } from '../model/operations/operation.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { KeptList } from './kept-list.ts'
import type { KeptOperation } from './kept-operations.ts'
import { newlyNoted } from './noted-operations.ts'
import { endedState } from './operation-ends.ts'
import { AGAIN_MS, createFollowing } from './operation-follow.ts'
import { createOperationList } from './operation-list.ts'
import { holdAll, type TabLocks } from './tab-locks.ts'
import { heldNames, type Holders, takeWhenFree } from './turns.ts'

/**
 * Every write of this browser and account, and what else is under way on Azure. It outlives reloads, the browser, and an expired
 * sign-in; all tabs share it, and one of them follows each operation.
 */
export interface Ledger extends Holders {
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
    options: { signal: AbortSignal; onWait: (behind: Pick<Write, 'what'> | undefined) => void },
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
  /** The runs, which hold hubs and gateways too. */
  runs?: Holders
  /** A sign-in is needed before this resource can be looked at. */
  needsSignIn: (id: string) => boolean
  /** An operation has ended that this tab followed, other than by `carry`. */
  onEnd: (operation: ListedOperation, end: WriteEnd) => void
  /** One was followed from its beginning to where Azure said it was done, which took so long. */
  onTimed: (run: Run, milliseconds: number) => void
  clock: () => number
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
}

/** Without locks a tab cannot see that another one still waits for an answer; by then it has it or is gone. */
const ANSWERED_MS = 5 * 60_000

export function createLedger(options: LedgerOptions): Ledger {
  const { writes, kept, locks, name, runs, needsSignIn, onEnd, onTimed, clock, sleep } = options
  const list = createOperationList(kept)
  const { put, forget } = list
  const { toTheEnd, resumed, wakeStopped, wakeAll } = createFollowing({ writes, list, needsSignIn, sleep })
  /** What this tab follows, or waits to. */
  const driven = new Set<string>()
  /** Sent by a left page of this tab. */
  const left = new Set<string>()
  /** What this tab has followed to its end. */
  const seen = new Set<string>()
  let live = false

  list.listen(() => {
    wakeStopped()
    if (live) takeOver()
  })

  function begin(): void {
    if (live) return
    live = true
    list.reread()
    takeOver()
  }

  /** Follows what no other tab follows; what another one does is waited for, in case that tab goes. */
  function takeOver(): void {
    for (const operation of list.all()) {
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
    list.reread()
    const operation = list.find(key)
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
    if (list.stoppedAt(operation.key)) return
    const state = endedState(end, clock(), late)
    const { record: _, ...rest } = operation
    if (state) put({ ...rest, state })
    else forget([operation.key])
    list.prune(clock())
  }

  function holder(holds: readonly string[], key?: string): Write | undefined {
    for (const one of list.all())
      if (one.by === 'browser' && one.key !== key && isRunning(one))
        if (one.write.holds.some((held) => holds.includes(held))) return one.write
    return undefined
  }

  function behind({ holds }: Write, key: string): Pick<Write, 'what'> | undefined {
    const run = runs?.holder(holds)
    return holder(holds, key) ?? (run === undefined ? undefined : { what: run })
  }

  return {
    subscribe(listener) {
      const stop = list.listen(listener)
      begin()
      return stop
    },
    getSnapshot: list.all,
    holder(holds) {
      list.reread()
      return holder(holds)?.what
    },
    async carry(key, write, send, { signal, onWait }) {
      const waits = () => {
        list.reread()
        onWait(behind(write, key))
      }
      return holdAll(
        locks,
        heldNames(name, write.holds),
        async () => {
          list.reread()
          begin()
          const take = (): KeptOperation => {
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
            driven.add(key)
            put(operation, 'new')
            return operation
          }
          return locks
            .hold(`${name}/operation/${key}`, async () => {
              // Of a tab that is gone: it holds no lock, and Azure is still at it.
              if (behind(write, key)) waits()
              const listens = runs ? [list.listen, runs.subscribe] : [list.listen]
              const operation = await takeWhenFree(() => !behind(write, key), take, listens, signal)
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
      const now = () => list.find(key)
      left.add(key)
      if (live) takeOver()
      else begin()
      if (now()) await list.until(() => !now() || now()?.state.is !== 'running')
      return now()?.state
    },
    hasSeenEnd: (key) => seen.has(key),
    note(resources) {
      for (const operation of newlyNoted(list.all(), resources)) put(operation, 'new')
    },
    stop(key) {
      const found = list.find(key)
      if (found?.state.is !== 'running' || !found.state.heldUp) return
      const { record: _, ...rest } = found
      put({ ...rest, state: { is: 'unknown', error: found.state.heldUp, at: clock() } })
    },
    drop(key) {
      const found = list.find(key)
      if (found && !isRunning(found)) forget([key])
    },
    forgetAll: () => forget(list.all().map(({ key }) => key)),
    clearFinished: () =>
      forget(
        list
          .all()
          .filter((one) => !isRunning(one))
          .map(({ key }) => key),
      ),
    wake: wakeAll,
  }
}
