import type { Looked, SendOptions, WriteEnd, Writes } from '../azure/write.ts'
import { err, type Result } from '../lib/result.ts'
import type { Json } from '../lib/json.ts'
import type { Patch } from '../model/edits/edit.ts'
import type { ErrorKind, HubError } from '../model/errors.ts'
import { gateway } from '../../tests/support/resources.ts'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { keptInTab } from './kept-in-tab.ts'
import { keptList } from './kept-list.ts'
import { createLedger } from './ledger.ts'
import type { Holders } from './turns.ts'
import { createWriteQueue } from './write-queue.ts'

export function edit(name: string, holds: string[] = [name]): Patch {
  return {
    id: `/${name}`,
    name,
    is: 'edit',
    topic: 'tags',
    method: 'PATCH',
    member: 'tags',
    was: {},
    changes: [{ path: ['tags', 'a'], to: 'b' }],
    what: `the tags of ${name}`,
    effect: '',
    action: '',
    holds,
  }
}

export const error = (kind: ErrorKind, change: Partial<HubError> = {}): HubError => ({
  kind,
  code: kind,
  message: '',
  details: [],
  ...change,
})

export const DONE: WriteEnd = { is: 'done', resource: gateway('g'), by: 'answer' }
export const refused = (kind: ErrorKind, change?: Partial<HubError>): WriteEnd => ({
  is: 'refused',
  error: error(kind, change),
  during: 'sending',
})

/** What a browser keeps: the storage of a tab, and what all share. */
export function memory(shared = tabsOfOneBrowser()) {
  const items = new Map<string, string>()
  return {
    shared,
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

let tabs = 0

/** A queue whose writes end when the test says so; another one on the same storage is the next page or another tab. */
export function queueOn(storage = memory(), owner = 'ann', runs?: Holders) {
  const sends: {
    of: string
    secret: Json | undefined
    step: NonNullable<SendOptions['onStep']>
    end: (end: WriteEnd) => Promise<void>
  }[] = []
  const sleeps: { ms: number; wake: () => Promise<void> }[] = []
  const read: string[] = []
  const refusals: string[] = []
  const set = {
    signIn: false,
    looked: err(error('network')) as Result<Looked, HubError>,
    resumed: { is: 'unknown', error: error('network') } as WriteEnd,
  }
  const settle = () => new Promise<void>((resolve) => setTimeout(resolve))
  let ids = 0
  const tab = storage.shared.open()
  const writes: Writes = {
    send: ({ name }, { onStep, secret } = {}) =>
      new Promise((resolve) => {
        const end = (with_: WriteEnd) => (resolve(with_), settle())
        sends.push({ of: name, secret, step: onStep ?? (() => undefined), end })
      }),
    look: () => Promise.resolve(set.looked),
    resume: () => Promise.resolve(set.resumed),
    watch: () => Promise.resolve(set.resumed),
  }
  const ledger = createLedger({
    writes: () => Promise.resolve(writes),
    kept: keptList(() => tab.storage, 'operations.1', owner, tab.heard),
    locks: tab.locks,
    name: owner,
    ...(runs && { runs }),
    needsSignIn: () => set.signIn,
    onEnd: () => undefined,
    onTimed: () => undefined,
    clock: () => 1_000,
    sleep: () => new Promise(() => undefined),
  })
  const queue = createWriteQueue({
    writes: () => Promise.resolve(writes),
    ledger,
    onDone: ({ name }) => read.push(`${name} done elsewhere`),
    needsSignIn: () => set.signIn,
    onRead: (_, { name }, done) => read.push(`${name} ${done ? 'done' : 'read'}`),
    onRemoved: ({ name }) => read.push(`${name} gone`),
    onRefused: ({ code }) => refusals.push(code),
    kept: keptInTab(() => storage, 'writes.2', owner),
    clock: () => 1_000,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('aborted')))
        sleeps.push({ ms, wake: () => (resolve(), settle()) })
      }),
    newId: () => `${ids++}-${sends.length}-${++tabs}`,
  })
  const states = () => queue.getSnapshot().map(({ write: { name }, state }) => `${name} ${state.is}`)
  const key = (name: string) => queue.getSnapshot().find((one) => one.write.name === name)?.key ?? ''
  return { queue, ledger, sends, sleeps, read, refusals, set, states, key, storage, settle, close: tab.close }
}
