import type { WriteEnd, Writes } from '../azure/write.ts'
import type { Json } from '../lib/json.ts'
import { secretOf, type Write } from '../model/edits/write.ts'
import type { QueuedWrite, WriteState } from '../model/edits/write-state.ts'
import { errorIn, type HubError } from '../model/errors.ts'
import type { OperationState } from '../model/operations/operation.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { KeptInTab } from './kept-in-tab.ts'
import { keptWrites, readWrites } from './kept-writes.ts'
import type { Ledger } from './ledger.ts'

export type { QueuedWrite, WriteState }

export interface AddOptions {
  /** What of the write is a secret, see `secretOf`: kept in memory until the write is done, nowhere else. */
  secret?: Json
  /** Key of a write that has to be done first; when it is not carried out, this one is not sent. */
  after?: string
  /** Key of the run that it takes back. */
  of?: string
}

/**
 * Every write of this tab and account. Two that hold the same never overlap, in any tab; whatever happens, nothing is lost.
 * The ledger lists what is sent, and follows it.
 */
export interface WriteQueue {
  subscribe(listener: () => void): () => void
  /** In the order they were added; the same array until something changes. */
  getSnapshot(): readonly QueuedWrite[]
  /**
   * In place of what else was wanted of the same resource under the same topic and is not under way.
   * @returns its key
   */
  add(write: Write, options?: AddOptions): string
  /** Sends what did not go, or looks again how it stands. */
  again(key: string): void
  /** No longer wanted: what is on its way cannot be called back and stays. */
  drop(key: string): void
}

export interface QueueOptions {
  writes: () => Promise<Writes>
  ledger: Pick<Ledger, 'carry' | 'endOf'>
  /** Whether a sign-in is needed before this can go. */
  needsSignIn: (write: Write) => boolean
  /** A newer reading; `done`: the write it is of has ended well. */
  onRead: (resource: Resource, write: Write, done: boolean) => void
  /** Done, as another tab or the page before this one has seen it; the cache knows nothing of it. */
  onDone: (write: Write) => void
  /** A resource is gone, as it was wanted. */
  onRemoved: (write: Write) => void
  onRefused: (error: HubError) => void
  kept: KeptInTab
  clock: () => number
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  newId: () => string
}

/** Between two tries at a busy resource when Azure names no time; how often, which takes about ten minutes. */
const BUSY_SECONDS = 10
const MOST_TRIES = 60

/** Between two looks at a hub that is not ready. */
const HUB_SECONDS = 10

export function createWriteQueue(options: QueueOptions): WriteQueue {
  const { writes, ledger, needsSignIn, onRead, onDone, onRemoved, onRefused, kept, clock, sleep, newId } =
    options
  const listeners = new Set<() => void>()
  const waits = new Map<string, AbortController>()
  /** Those whose turn is taken or waited for; another tab may be at the same. */
  const turns = new Map<string, AbortController>()
  /** Of writes that are not done; nothing else holds them. */
  const secrets = new Map<string, Json>()
  let queue: readonly QueuedWrite[] = readWrites(kept.read(), clock())

  function change(next: readonly QueuedWrite[]): void {
    queue = next
    const stored = keptWrites(next)
    kept.write(stored.length === 0 ? undefined : stored)
    for (const listener of listeners) listener()
  }

  function put(key: string, state: WriteState): void {
    change(queue.map((one) => (one.key === key ? { ...one, state } : one)))
  }

  /** What has to end first: it is under way or stands before it, and holds something of the same. */
  function before({ key, write }: QueuedWrite): QueuedWrite | undefined {
    const at = queue.findIndex((one) => one.key === key)
    return queue.find(
      (one, index) =>
        one.key !== key &&
        (isUnderWay(one.state) || (one.state.is === 'waiting' && index < at)) &&
        one.write.holds.some((held) => write.holds.includes(held)),
    )
  }

  /** Sends it, or says what it waits for; what had to be done first and was not stops it, unless somebody asks for it. */
  function begin(queued: QueuedWrite, asked?: 'asked'): void {
    const { key, write, after } = queued
    // It waits for another tab.
    if (turns.has(key)) return
    if (isWithoutSecret(queued)) return put(key, { is: 'secretGone' })
    if (needsSignIn(write)) return put(key, { is: 'unsent', why: 'signIn' })
    const ordered = after === undefined ? undefined : queue.find((one) => one.key === after)
    if (after !== undefined && asked === undefined && ordered?.state.is !== 'done') {
      if (ordered === undefined || isOver(ordered.state)) return put(key, { is: 'unsent', why: 'stopped' })
      return put(key, { is: 'waiting', behind: ordered.write })
    }
    const first = before(queued)
    if (first) put(key, { is: 'waiting', behind: first.write })
    else void send(queued)
  }

  function isWithoutSecret({ key, write }: QueuedWrite): boolean {
    return secretOf(write) !== undefined && !secrets.has(key)
  }

  function beginWaiting(): void {
    for (const { key } of queue) {
      // What began a moment ago may have changed how the rest stand.
      const queued = queue.find((one) => one.key === key)
      if (queued?.state.is === 'waiting') begin(queued)
    }
  }

  async function send({ key, write }: QueuedWrite): Promise<void> {
    for (let tries = 1; ; tries++) {
      // Asked before each try: the sign-in may end while a busy resource is waited for.
      if (tries > 1 && needsSignIn(write)) {
        put(key, { is: 'unsent', why: 'signIn' })
        break
      }
      const end = await carried(key, write)
      if (!end) break
      const pause = pauseAfter(end, tries)
      if (!pause) {
        settle(key, write, end)
        break
      }
      if ('resource' in end && end.resource) onRead(end.resource, write, false)
      put(key, pause.state)
      if (!(await waited(key, pause.wait))) break
    }
    beginWaiting()
  }

  /** Why and how long a write waits before it is tried again; `undefined`: it has ended. A router takes as long as it takes. */
  function pauseAfter(end: WriteEnd, tries: number): { state: WriteState; wait: number } | undefined {
    if (end.is === 'hubNotReady') {
      const wait = 1000 * HUB_SECONDS
      const { of, state, resource } = end
      return { state: { is: 'hubNotReady', hub: resource.name, of, state, until: clock() + wait }, wait }
    }
    if (end.is !== 'refused' || end.error.kind !== 'busy' || tries >= MOST_TRIES) return undefined
    const wait = 1000 * (end.error.retryAfterSeconds || BUSY_SECONDS)
    return { state: { is: 'busy', error: end.error, until: clock() + wait }, wait }
  }

  /** `undefined` when it is no longer wanted, before anything was sent. */
  async function carried(key: string, write: Write): Promise<WriteEnd | undefined> {
    const since = clock()
    const at = (step: 'reading' | 'sending' | 'running') => put(key, { is: 'working', step, since })
    const turn = new AbortController()
    turns.set(key, turn)
    at('reading')
    const secret = secrets.get(key)
    try {
      return await ledger.carry(
        key,
        write,
        async (onStep) => {
          // It may have waited for another tab.
          at('reading')
          return (await writes()).send(write, {
            onStep(step, operation) {
              at(step)
              onStep(step, operation)
            },
            ...(secret !== undefined && { secret }),
          })
        },
        {
          signal: turn.signal,
          onWait: (behind) => put(key, { is: 'waiting', behind: behind ?? 'otherTab' }),
        },
      )
    } catch (thrown) {
      return turn.signal.aborted ? undefined : endOfFault(key, thrown)
    } finally {
      turns.delete(key)
    }
  }

  /** False when it is no longer wanted. */
  async function waited(key: string, wait: number): Promise<boolean> {
    const stop = new AbortController()
    waits.set(key, stop)
    try {
      await sleep(wait, stop.signal)
      return true
    } catch {
      return queue.some((one) => one.key === key)
    } finally {
      waits.delete(key)
    }
  }

  /** What a left page leaves open: the ledger knows more of it than the resource does. */
  async function recall(queued: QueuedWrite, error: HubError): Promise<void> {
    const { key, write } = queued
    put(key, { is: 'working', step: 'running', since: clock() })
    const end = await ledger.endOf(key)
    if (!end || end.is === 'running') return look(queued, error)
    put(key, stateOfEnded(end))
    if (end.is === 'failed') onRefused(end.error)
    if (end.is === 'succeeded') onDone(write)
    beginWaiting()
  }

  async function look({ key, write }: QueuedWrite, error: HubError): Promise<void> {
    put(key, { is: 'working', step: 'running', since: clock() })
    const end = await safely(key, async (): Promise<WriteEnd> => {
      const looked = await (await writes()).look(write)
      if (!looked.ok) return { is: 'unknown', error: looked.error.kind === 'auth' ? looked.error : error }
      const { resource, stands } = looked.value
      return {
        ...(stands === 'asWanted' ? { is: 'done', by: 'reading' } : { is: 'unknown', error }),
        ...(resource && { resource }),
      }
    })
    settle(key, write, end)
    beginWaiting()
  }

  function settle(key: string, write: Write, end: WriteEnd): void {
    put(key, stateOf(end, clock()))
    if (end.is === 'done') secrets.delete(key)
    if ('resource' in end && end.resource) onRead(end.resource, write, end.is === 'done')
    if (end.is === 'done' && write.is === 'removal') onRemoved(write)
    if (end.is === 'refused') onRefused(end.error)
  }

  async function safely(key: string, run: () => Promise<WriteEnd>): Promise<WriteEnd> {
    try {
      return await run()
    } catch (thrown) {
      return endOfFault(key, thrown)
    }
  }

  /** A fault of the app, or a chunk that did not load, is an end like others; what was sent by then may have been carried out. */
  function endOfFault(key: string, thrown: unknown): WriteEnd {
    const error = errorIn(thrown)
    const state = queue.find((one) => one.key === key)?.state
    const sent = state?.is === 'working' && state.step !== 'reading'
    return sent ? { is: 'unknown', error } : { is: 'refused', error, during: 'reading' }
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      // What a left page leaves open is looked at once somebody is there to see it.
      for (const queued of queue)
        if (queued.state.is === 'unknown' && isOfLeftPage(queued.state))
          void recall(queued, queued.state.error)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => queue,
    add(write, { secret, after, of } = {}) {
      const others = queue.filter((one) => isUnderWay(one.state) || !isOfSame(one.write, write))
      for (const { key } of queue)
        if (!others.some((one) => one.key === key)) {
          secrets.delete(key)
          turns.get(key)?.abort()
        }
      const key = newId()
      if (secret !== undefined) secrets.set(key, secret)
      const queued: QueuedWrite = {
        key,
        write,
        state: { is: 'unsent', why: 'left' },
        ...(after !== undefined && { after }),
        ...(of !== undefined && { of }),
      }
      change([...others, queued])
      begin(queued)
      return key
    },
    again(key) {
      const queued = queue.find((one) => one.key === key)
      if (!queued) return
      if (queued.state.is === 'busy' || queued.state.is === 'hubNotReady') waits.get(key)?.abort()
      else if (queued.state.is === 'unknown') void look(queued, queued.state.error)
      else if (!isUnderWay(queued.state)) begin(queued, 'asked')
    },
    drop(key) {
      const queued = queue.find((one) => one.key === key)
      if (!queued || queued.state.is === 'working') return
      turns.get(key)?.abort()
      secrets.delete(key)
      change(queue.filter((one) => one !== queued))
      waits.get(key)?.abort()
      beginWaiting()
    },
  }
}

/** It holds what it holds. */
export function isUnderWay(state: WriteState): boolean {
  return state.is === 'working' || state.is === 'busy' || state.is === 'hubNotReady'
}

/** It will not be done by itself any more. */
function isOver(state: WriteState): boolean {
  return !isUnderWay(state) && state.is !== 'waiting'
}

function isOfSame(one: Write, other: Write): boolean {
  return one.topic === other.topic && keyOf(one.id) === keyOf(other.id)
}

function isOfLeftPage(state: Extract<WriteState, { is: 'unknown' }>): boolean {
  return state.error.code === 'PageLeft' && !state.read
}

function stateOfEnded(end: Exclude<OperationState, { is: 'running' }>): WriteState {
  switch (end.is) {
    case 'succeeded':
      return { is: 'done', by: end.by, at: end.at }
    case 'failed':
      return { is: 'refused', error: end.error, during: end.during }
    case 'unknown':
      return { is: 'unknown', error: end.error, read: true }
    default:
      return end satisfies never
  }
}

function stateOf(end: WriteEnd, at: number): WriteState {
  switch (end.is) {
    case 'done':
      return { is: 'done', by: end.by, at, ...(end.result !== undefined && { result: end.result }) }
    case 'conflict':
      return { is: 'conflict' }
    case 'refused':
      // Azure does nothing it is not signed in for; where another sign-in would change nothing, that is the end.
      return end.error.kind === 'auth' && end.error.signIn !== 'refused'
        ? { is: 'unsent', why: 'signIn' }
        : end
    case 'hubNotReady':
      return { is: 'unsent', why: 'left' }
    case 'unknown':
      return { is: 'unknown', error: end.error, read: end.resource !== undefined }
    case 'unreachable':
      return { is: 'unknown', error: end.error, read: false }
    default:
      return end satisfies never
  }
}
