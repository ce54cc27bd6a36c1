import type { WriteEnd, Writes } from '../azure/write.ts'
import type { Edit } from '../model/edits/edit.ts'
import { errorIn, type HubError } from '../model/errors.ts'
import { keyOf } from '../model/paths.ts'
import type { Resource } from '../model/resources/resource.ts'
import type { KeptInTab } from './kept-in-tab.ts'
import { keptWrites, readWrites } from './kept-writes.ts'

export type WriteState =
  /** Another write of this tab holds the same resource or its gateway. */
  | { is: 'waiting'; behind: Edit }
  /** Azure is at work on the resource for somebody else; sent again `until` then, milliseconds since the epoch. */
  | { is: 'busy'; error: HubError; until: number }
  | { is: 'working'; step: 'reading' | 'sending' | 'running'; since: number }
  /** Nothing was sent, and only a click sends it: a sign-in was needed, or the page was left while it waited. */
  | { is: 'unsent'; why: 'signIn' | 'left' }
  /** `at`: milliseconds since the epoch. `by`: see `WriteEnd`. */
  | { is: 'done'; by: 'answer' | 'reading'; at: number }
  /** Not sent: the resource changed meanwhile; the cache has it as it is now. */
  | { is: 'conflict' }
  | { is: 'refused'; error: HubError; during: 'reading' | 'sending' }
  /** Whether Azure did it is not known. `read`: the resource was read after that, and is not as wanted. */
  | { is: 'unknown'; error: HubError; read: boolean }

export interface QueuedWrite {
  key: string
  edit: Edit
  state: WriteState
}

/** Every write of this tab and account. Two that hold the same never overlap; whatever happens, nothing is lost. */
export interface WriteQueue {
  subscribe(listener: () => void): () => void
  /** In the order they were added; the same array until something changes. */
  getSnapshot(): readonly QueuedWrite[]
  /** In place of what else was wanted of the same resource and is not under way. */
  add(edit: Edit): void
  /** Sends what did not go, or looks again how it stands. */
  again(key: string): void
  /** No longer wanted: what is on its way cannot be called back and stays. */
  drop(key: string): void
}

export interface QueueOptions {
  writes: () => Promise<Writes>
  /** Whether a sign-in is needed before this can go. */
  needsSignIn: (edit: Edit) => boolean
  /** A newer reading; `done`: the write it is of has ended well. */
  onRead: (resource: Resource, edit: Edit, done: boolean) => void
  onRefused: (error: HubError) => void
  kept: KeptInTab
  clock: () => number
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  newId: () => string
}

/** Between two tries at a busy resource when Azure names no time; how often, which takes about ten minutes. */
const BUSY_SECONDS = 10
const MOST_TRIES = 60

export function createWriteQueue(options: QueueOptions): WriteQueue {
  const { writes, needsSignIn, onRead, onRefused, kept, clock, sleep, newId } = options
  const listeners = new Set<() => void>()
  const waits = new Map<string, AbortController>()
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
  function before({ key, edit }: QueuedWrite): QueuedWrite | undefined {
    const at = queue.findIndex((one) => one.key === key)
    return queue.find(
      (one, index) =>
        one.key !== key &&
        (isUnderWay(one.state) || (one.state.is === 'waiting' && index < at)) &&
        one.edit.holds.some((held) => edit.holds.includes(held)),
    )
  }

  function begin(write: QueuedWrite): void {
    if (needsSignIn(write.edit)) return put(write.key, { is: 'unsent', why: 'signIn' })
    const first = before(write)
    if (first) put(write.key, { is: 'waiting', behind: first.edit })
    else void send(write)
  }

  function beginWaiting(): void {
    for (const write of queue) if (write.state.is === 'waiting') begin(write)
  }

  async function send({ key, edit }: QueuedWrite): Promise<void> {
    for (let tries = 1; ; tries++) {
      // Asked before each try: the sign-in may end while a busy resource is waited for.
      if (tries > 1 && needsSignIn(edit)) {
        put(key, { is: 'unsent', why: 'signIn' })
        break
      }
      const since = clock()
      put(key, { is: 'working', step: 'reading', since })
      const onStep = (step: 'sending' | 'running') => put(key, { is: 'working', step, since })
      const end = await safely(key, async () => (await writes()).send(edit, { onStep }))
      const busy =
        end.is === 'refused' && end.error.kind === 'busy' && tries < MOST_TRIES ? end.error : undefined
      if (!busy) {
        settle(key, edit, end)
        break
      }
      const wait = 1000 * (busy.retryAfterSeconds || BUSY_SECONDS)
      put(key, { is: 'busy', error: busy, until: clock() + wait })
      if (!(await waited(key, wait))) break
    }
    beginWaiting()
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

  async function look({ key, edit }: QueuedWrite, error: HubError): Promise<void> {
    put(key, { is: 'working', step: 'running', since: clock() })
    const end = await safely(key, async (): Promise<WriteEnd> => {
      const looked = await (await writes()).look(edit)
      if (!looked.ok) return { is: 'unknown', error: looked.error.kind === 'auth' ? looked.error : error }
      const { resource, stands } = looked.value
      return stands === 'asWanted'
        ? { is: 'done', resource, by: 'reading' }
        : { is: 'unknown', error, resource }
    })
    settle(key, edit, end)
    beginWaiting()
  }

  function settle(key: string, edit: Edit, end: WriteEnd): void {
    put(key, stateOf(end, clock()))
    if ('resource' in end && end.resource) onRead(end.resource, edit, end.is === 'done')
    if (end.is === 'refused') onRefused(end.error)
  }

  /** A fault of the app, or a chunk that did not load, is an end like others; what was sent by then may have been carried out. */
  async function safely(key: string, run: () => Promise<WriteEnd>): Promise<WriteEnd> {
    try {
      return await run()
    } catch (thrown) {
      const error = errorIn(thrown)
      const state = queue.find((one) => one.key === key)?.state
      const sent = state?.is === 'working' && state.step !== 'reading'
      return sent ? { is: 'unknown', error } : { is: 'refused', error, during: 'reading' }
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      // What a left page leaves open is looked at once somebody is there to see it.
      for (const write of queue)
        if (write.state.is === 'unknown' && isOfLeftPage(write.state)) void look(write, write.state.error)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => queue,
    add(edit) {
      const others = queue.filter((one) => isUnderWay(one.state) || keyOf(one.edit.id) !== keyOf(edit.id))
      const write: QueuedWrite = { key: newId(), edit, state: { is: 'unsent', why: 'left' } }
      change([...others, write])
      begin(write)
    },
    again(key) {
      const write = queue.find((one) => one.key === key)
      if (!write) return
      if (write.state.is === 'busy') waits.get(key)?.abort()
      else if (write.state.is === 'unknown') void look(write, write.state.error)
      else if (!isUnderWay(write.state)) begin(write)
    },
    drop(key) {
      const write = queue.find((one) => one.key === key)
      if (!write || write.state.is === 'working') return
      change(queue.filter((one) => one !== write))
      waits.get(key)?.abort()
      beginWaiting()
    },
  }
}

/** It holds what it holds. */
export function isUnderWay(state: WriteState): boolean {
  return state.is === 'working' || state.is === 'busy'
}

function isOfLeftPage(state: Extract<WriteState, { is: 'unknown' }>): boolean {
  return state.error.code === 'PageLeft' && !state.read
}

function stateOf(end: WriteEnd, at: number): WriteState {
  switch (end.is) {
    case 'done':
      return { is: 'done', by: end.by, at }
    case 'conflict':
      return { is: 'conflict' }
    case 'refused':
      // Azure does nothing it is not signed in for.
      return end.error.kind === 'auth' ? { is: 'unsent', why: 'signIn' } : end
    case 'unknown':
      return { is: 'unknown', error: end.error, read: end.resource !== undefined }
    default:
      return end satisfies never
  }
}
