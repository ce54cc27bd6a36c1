import { describe, expect, it } from 'vitest'
import type { Writes } from '../azure/write.ts'
import type { Write } from '../model/edits/write.ts'
import { gateway } from '../../tests/support/resources.ts'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { keptInTab } from './kept-in-tab.ts'
import { keptList } from './kept-list.ts'
import { createLedger } from './ledger.ts'
import { createWriteQueue } from './write-queue.ts'
import { DONE, edit, memory, queueOn, refused } from './write-queue.fixture.ts'

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
  it('tells the run that they take back, after a reload too', async () => {
    const storage = memory()
    const { queue, settle } = queueOn(storage)
    const first = queue.add(deleted('connection'), { of: 'run 1' })
    queue.add(deleted('gateway'), { after: first, of: 'run 1' })
    queue.add(deleted('address'))
    await settle()
    const next = queueOn(storage).queue
    for (const one of [queue, next])
      expect(one.getSnapshot().map(({ of }) => of)).toEqual(['run 1', 'run 1', undefined])
  })

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

  it('one that another sign-in would not help is refused', async () => {
    const { queue, sends, states, settle } = queueOn()
    queue.add(edit('a'))
    await settle()
    await sends[0]?.end(refused('auth', { signIn: 'refused' }))
    expect(states()).toEqual(['a refused'])
  })
})
