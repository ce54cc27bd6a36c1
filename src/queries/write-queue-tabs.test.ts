import { describe, expect, it } from 'vitest'
import type { Looked, WriteEnd } from '../azure/write.ts'
import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { gateway } from '../../tests/support/resources.ts'
import { DONE, edit, error, memory, queueOn, refused } from './write-queue.fixture.ts'

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
