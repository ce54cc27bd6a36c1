import { describe, expect, it } from 'vitest'
import type { Looked, SendOptions, WriteEnd, Writes } from '../azure/write.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { Json } from '../lib/json.ts'
import type { Patch } from '../model/edits/edit.ts'
import type { Write } from '../model/edits/write.ts'
import type { ErrorKind, HubError } from '../model/errors.ts'
import { gateway } from '../../tests/support/resources.ts'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { keptInTab } from './kept-in-tab.ts'
import { keptList } from './kept-list.ts'
import { createLedger } from './ledger.ts'
import { createWriteQueue } from './write-queue.ts'

function edit(name: string, holds: string[] = [name]): Patch {
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

const error = (kind: ErrorKind, change: Partial<HubError> = {}): HubError => ({
  kind,
  code: kind,
  message: '',
  details: [],
  ...change,
})

const DONE: WriteEnd = { is: 'done', resource: gateway('g'), by: 'answer' }
const refused = (kind: ErrorKind, change?: Partial<HubError>): WriteEnd => ({
  is: 'refused',
  error: error(kind, change),
  during: 'sending',
})

/** What a browser keeps: the storage of a tab, and what all share. */
function memory(shared = tabsOfOneBrowser()) {
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
function queueOn(storage = memory(), owner = 'ann') {
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

describe('writes', () => {
  it('of the same or of what it hangs on never overlap; others do', async () => {
    const { queue, sends, states, settle } = queueOn()
    queue.add(edit('gw'))
    queue.add(edit('connection', ['connection', 'gw']))
    queue.add(edit('other'))
    queue.add(edit('second', ['connection']))
    await settle()
    expect(states()).toEqual(['gw working', 'connection waiting', 'other working', 'second waiting'])
    await sends[0]?.end(DONE)
    expect(states()).toEqual(['gw done', 'connection working', 'other working', 'second waiting'])
    await sends[2]?.end(refused('invalid'))
    expect(states()).toEqual(['gw done', 'connection refused', 'other working', 'second working'])
  })

  it('tell the cache what was read, and whether it is done', async () => {
    const { queue, sends, read, settle } = queueOn()
    queue.add(edit('a'))
    queue.add(edit('b'))
    await settle()
    await sends[0]?.end(DONE)
    await sends[1]?.end({ is: 'conflict', resource: gateway('g') })
    expect(read).toEqual(['a done', 'b read'])
  })

  it('at a busy resource are tried again as Azure says, and hold it meanwhile', async () => {
    const { queue, sends, sleeps, states, settle } = queueOn()
    queue.add(edit('a'))
    queue.add(edit('b', ['b', 'a']))
    await settle()
    await sends[0]?.end(refused('busy', { retryAfterSeconds: 11 }))
    expect(states()).toEqual(['a busy', 'b waiting'])
    expect(sleeps.map(({ ms }) => ms)).toEqual([11_000])
    await sleeps[0]?.wake()
    await sends[1]?.end(DONE)
    expect(sends.map(({ of }) => of)).toEqual(['a', 'a', 'b'])
  })

  it('that wait are tried at once or given up when somebody says so', async () => {
    const { queue, sends, states, key, settle } = queueOn()
    queue.add(edit('a'))
    await settle()
    await sends[0]?.end(refused('busy'))
    queue.again(key('a'))
    await settle()
    expect(states()).toEqual(['a working'])
    queue.drop(key('a'))
    expect(states()).toEqual(['a working'])
    await sends[1]?.end(refused('busy'))
    queue.drop(key('a'))
    await settle()
    expect(states()).toEqual([])
    expect(sends).toHaveLength(2)
  })

  it('at a resource that stays busy end after ten minutes', async () => {
    const { queue, sends, sleeps, states, settle } = queueOn()
    queue.add(edit('a'))
    await settle()
    for (let tries = 0; tries < 59; tries++) {
      await sends[tries]?.end(refused('busy'))
      await sleeps[tries]?.wake()
    }
    await sends[59]?.end(refused('busy'))
    expect(states()).toEqual(['a refused'])
  })

  it('replace what was wanted of the same resource before', async () => {
    const { queue, sends, states, settle } = queueOn()
    queue.add(edit('a'))
    await settle()
    await sends[0]?.end(refused('invalid'))
    queue.add(edit('a'))
    expect(states()).toEqual(['a working'])
  })

  it('that are refused are told, once they are tried no more', async () => {
    const { queue, sends, sleeps, refusals, settle } = queueOn()
    queue.add(edit('a'))
    await settle()
    await sends[0]?.end(refused('busy'))
    expect(refusals).toEqual([])
    await sleeps[0]?.wake()
    await sends[1]?.end(refused('forbidden'))
    queue.add(edit('b'))
    await settle()
    await sends[2]?.end(DONE)
    expect(refusals).toEqual(['forbidden'])
  })

  it.each<[what: string, step: 'sending' | undefined, is: 'refused' | 'unknown']>([
    ['before it was sent: it was not', undefined, 'refused'],
    ['after that: Azure may have it', 'sending', 'unknown'],
  ])('survive a fault of the app %s', async (_, step, is) => {
    const { settle } = queueOn()
    const tab = tabsOfOneBrowser().open()
    const writes: Writes = {
      send(_edit, { onStep } = {}) {
        if (step) onStep?.(step)
        return Promise.reject(new TypeError('Failed to fetch dynamically imported module'))
      },
      look: () => Promise.reject(new TypeError('x')),
      resume: () => Promise.reject(new TypeError('x')),
      watch: () => Promise.reject(new TypeError('x')),
    }
    const options = {
      writes: () => Promise.resolve(writes),
      needsSignIn: () => false,
      clock: () => 0,
      sleep: () => Promise.resolve(),
    }
    const failing = createWriteQueue({
      ...options,
      ledger: createLedger({
        ...options,
        kept: keptList(() => tab.storage, 'operations.1', undefined, tab.heard),
        locks: tab.locks,
        name: '',
        onEnd: () => undefined,
        onTimed: () => undefined,
      }),
      onRead: () => undefined,
      onDone: () => undefined,
      onRemoved: () => undefined,
      onRefused: () => undefined,
      kept: keptInTab(memory, 'writes.2', undefined),
      newId: () => '1',
    })
    failing.add(edit('a'))
    await settle()
    const fault = { code: 'Fault', message: 'Failed to fetch dynamically imported module' }
    expect(failing.getSnapshot()[0]?.state).toMatchObject({ is, error: fault })
    if (is === 'refused') return
    failing.again('1')
    await settle()
    expect(failing.getSnapshot()[0]?.state).toMatchObject({ is, error: { code: 'Fault', message: 'x' } })
  })
})

describe('one after another', () => {
  const deleted = (name: string): Write => {
    const { changes: _, ...facts } = edit(name)
    return { ...facts, is: 'removal', method: 'DELETE' }
  }

  it('goes on when the one before is done', async () => {
    const { queue, sends, states, read, settle } = queueOn()
    const first = queue.add(deleted('connection'))
    queue.add(deleted('gateway'), { after: first })
    await settle()
    expect(states()).toEqual(['connection working', 'gateway waiting'])
    await sends[0]?.end({ is: 'done', by: 'answer' })
    expect(states()).toEqual(['connection done', 'gateway working'])
    expect(read).toEqual(['connection gone'])
  })

  it('stops when it was not carried out, and goes on when somebody says so', async () => {
    const { queue, sends, states, key, settle } = queueOn()
    const first = queue.add(deleted('connection'))
    const second = queue.add(deleted('gateway'), { after: first })
    queue.add(deleted('address'), { after: second })
    await settle()
    await sends[0]?.end(refused('conflict'))
    expect(queue.getSnapshot().map(({ state }) => state)).toMatchObject([
      { is: 'refused' },
      { is: 'unsent', why: 'stopped' },
      { is: 'unsent', why: 'stopped' },
    ])
    expect(sends).toHaveLength(1)
    queue.again(key('gateway'))
    await settle()
    expect(states()).toEqual(['connection refused', 'gateway working', 'address unsent'])
  })

  it('does not begin when the one before is no longer wanted', async () => {
    const { queue, sends, set, key, settle } = queueOn()
    set.signIn = true
    const first = queue.add(deleted('connection'))
    set.signIn = false
    queue.add(deleted('gateway'), { after: first })
    queue.drop(key('connection'))
    await settle()
    expect(sends).toEqual([])
    expect(queue.getSnapshot()).toMatchObject([{ state: { is: 'unsent', why: 'stopped' } }])
  })
})

describe('a secret', () => {
  const setKey: Write = {
    id: '/c',
    name: 'c',
    topic: 'key',
    what: 'set the shared key of c',
    effect: '',
    action: '',
    holds: ['c'],
    is: 'action',
    method: 'PUT',
    segment: 'sharedkey',
    secret: 'the shared key',
  }

  it('is sent and kept nowhere', async () => {
    const { queue, sends, storage, settle } = queueOn()
    queue.add(setKey, { secret: { value: 'MARKER' } })
    await settle()
    expect(sends[0]?.secret).toEqual({ value: 'MARKER' })
    await sends[0]?.end(refused('busy'))
    expect([...storage.items.values()].join()).not.toContain('MARKER')
    expect(JSON.stringify(queue.getSnapshot())).not.toContain('MARKER')
  })

  it('has to be given anew after a reload', async () => {
    const { queue, set, storage } = queueOn()
    set.signIn = true
    queue.add(setKey, { secret: { value: 'MARKER' } })
    const after = queueOn(storage)
    expect(after.queue.getSnapshot()).toMatchObject([{ write: setKey, state: { is: 'secretGone' } }])
    after.queue.again(after.key('c'))
    await after.settle()
    expect(after.sends).toEqual([])
    after.queue.add(setKey, { secret: { value: 'MARKER' } })
    await after.settle()
    expect(after.states()).toEqual(['c working'])
  })
})

describe('while a sign-in is needed', () => {
  it('nothing is sent, and only a click sends it', async () => {
    const { queue, sends, set, states, key, settle } = queueOn()
    set.signIn = true
    queue.add(edit('a'))
    await settle()
    expect(states()).toEqual(['a unsent'])
    queue.again(key('a'))
    await settle()
    expect(sends).toEqual([])
    set.signIn = false
    await settle()
    expect(sends).toEqual([])
    queue.again(key('a'))
    await settle()
    expect(states()).toEqual(['a working'])
  })

  it('a write that waits for a busy resource is not tried again', async () => {
    const { queue, sends, sleeps, set, states, settle } = queueOn()
    queue.add(edit('a'))
    await settle()
    await sends[0]?.end(refused('busy'))
    set.signIn = true
    await sleeps[0]?.wake()
    expect(sends).toHaveLength(1)
    expect(states()).toEqual(['a unsent'])
  })

  it('a token that has ended leaves it unsent', async () => {
    const { queue, sends, states, settle } = queueOn()
    queue.add(edit('a'))
    await settle()
    await sends[0]?.end(refused('auth'))
    expect(states()).toEqual(['a unsent'])
  })
})

describe('after a reload', () => {
  it('what did not go is there, of this account alone, and waits for a click', async () => {
    const { queue, set, storage, settle } = queueOn()
    set.signIn = true
    queue.add(edit('a'))
    const after = queueOn(storage)
    after.queue.subscribe(() => undefined)
    await settle()
    expect(after.queue.getSnapshot()).toMatchObject([
      { write: edit('a'), state: { is: 'unsent', why: 'signIn' } },
    ])
    expect(after.sends).toEqual([])
    expect(queueOn(storage, 'bob').states()).toEqual([])
  })

  it.each<[ends: string, looked: Result<Looked, HubError>, is: string]>([
    ['done', ok({ resource: gateway('g'), stands: 'asWanted' }), 'a done'],
    ['unknown where it is not as wanted', ok({ resource: gateway('g'), stands: 'asBefore' }), 'a unknown'],
    ['unknown where it cannot be read', err(error('network')), 'a unknown'],
  ])('what was on its way, and is not listed, is looked at once, and is %s', async (_, looked, is) => {
    const before = queueOn()
    before.queue.add(edit('a'))
    await before.settle()
    before.sends[0]?.step('sending')
    before.close()
    before.storage.shared.items.clear()
    const { queue, set, sends, states, settle, storage } = queueOn(before.storage)
    set.looked = looked
    expect(states()).toEqual(['a unknown'])
    queue.subscribe(() => undefined)
    await settle()
    expect(states()).toEqual([is])
    expect(sends).toEqual([])
    expect(queueOn(storage).states()).toEqual([is])
  })

  it.each<[ends: string, end: WriteEnd, is: string]>([
    ['done', DONE, 'a done'],
    ['refused', refused('invalid'), 'a refused'],
    ['unknown', { is: 'unknown', error: error('network') }, 'a unknown'],
  ])('what was on its way is followed by the ledger to where it is %s', async (_, end, is) => {
    const before = queueOn()
    before.queue.add(edit('a'))
    await before.settle()
    before.sends[0]?.step('sending')
    before.close()
    const { queue, set, sends, read, states, settle } = queueOn(before.storage)
    set.resumed = end
    queue.subscribe(() => undefined)
    await settle()
    expect(states()).toEqual([is])
    expect(sends).toEqual([])
    expect(read).toEqual(is === 'a done' ? ['a done elsewhere'] : [])
  })

  it('what was only being read, or waited, was not sent', async () => {
    const { queue, storage, settle, close } = queueOn()
    queue.add(edit('a'))
    queue.add(edit('b', ['a', 'b']))
    await settle()
    close()
    expect(
      queueOn(storage)
        .queue.getSnapshot()
        .map(({ state }) => state),
    ).toEqual([
      { is: 'unsent', why: 'left' },
      { is: 'unsent', why: 'left' },
    ])
  })

  it.each<[string]>([
    ['{}'],
    ['[1,null,{"key":"x"}]'],
    ['[{"key":"x","phase":"sent","edit":{"id":"/a","method":"DELETE"}}]'],
    ['nonsense'],
  ])('%s in the storage is passed over', (text) => {
    const storage = memory()
    storage.setItem('hub/ann/writes.2', text)
    expect(queueOn(storage).states()).toEqual([])
  })
})

describe('in two tabs', () => {
  it('writes of the same never overlap, and one that waits can be given up', async () => {
    const one = queueOn()
    const other = queueOn(memory(one.storage.shared))
    one.queue.add(edit('a'))
    await one.settle()
    other.queue.add(edit('b', ['b', 'a']))
    other.queue.add(edit('c', ['c', 'a']))
    other.queue.add(edit('d'))
    await other.settle()
    expect(other.states()).toEqual(['b waiting', 'c waiting', 'd working'])
    expect(other.queue.getSnapshot()[0]?.state).toEqual({ is: 'waiting', behind: edit('a') })
    other.queue.drop(other.key('b'))
    await other.settle()
    expect(other.sends.map(({ of }) => of)).toEqual(['d'])
    await one.sends[0]?.end(DONE)
    expect(other.states()).toEqual(['c working', 'd working'])
  })

  it('a write goes on when the other tab is gone and Azure is done with what it sent', async () => {
    const one = queueOn()
    one.queue.add(edit('a'))
    await one.settle()
    one.sends[0]?.step('running', { resourceId: '/a', method: 'PATCH', startedAt: 0 })
    const other = queueOn(memory(one.storage.shared))
    let end: (end: WriteEnd) => void = () => undefined
    Object.assign(other.set, { resumed: new Promise<WriteEnd>((resolve) => (end = resolve)) })
    other.queue.add(edit('b', ['b', 'a']))
    await other.settle()
    expect(other.states()).toEqual(['b waiting'])
    one.close()
    await other.settle()
    expect(other.states()).toEqual(['b waiting'])
    end(DONE)
    await other.settle()
    expect(other.states()).toEqual(['b working'])
    expect(other.sends).toHaveLength(1)
  })
})
