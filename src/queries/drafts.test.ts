import { describe, expect, it, test } from 'vitest'
import type { Edit } from '../model/edits/edit.ts'
import { createDrafts, type FormDraft, type TagsDraft } from './drafts.ts'
import { keptInTab } from './kept-in-tab.ts'

function memory() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  }
}

const draft = (id: string, at = 0): TagsDraft => ({
  kind: 'tags',
  id,
  rows: [{ name: 'env', value: 'prod', key: 0 }],
  base: { env: 'test' },
  open: true,
  at,
})

const on = (storage: ReturnType<typeof memory>, owner?: string) =>
  createDrafts(keptInTab(() => storage, 'drafts.1', owner))

describe('a draft', () => {
  it('outlives a reload, in any casing of its id, for its account alone', () => {
    const storage = memory()
    on(storage, 'ann').keep(draft('/A'))
    expect(on(storage, 'ann').tags('/a')).toEqual({ ...draft('/A'), restored: true })
    expect(on(storage, 'bob').tags('/a')).toBeUndefined()
    expect(on(storage).tags('/a')).toBeUndefined()
  })

  it('is gone when it is forgotten, and nothing is left behind', () => {
    const storage = memory()
    const drafts = on(storage)
    drafts.keep(draft('/a'))
    drafts.forget('tags', '/A')
    expect(drafts.tags('/a')).toBeUndefined()
    expect(storage.items.size).toBe(0)
  })

  it('tells who listens, and is the same object until it changes', () => {
    const drafts = on(memory())
    let told = 0
    const stop = drafts.subscribe(() => told++)
    drafts.keep(draft('/a'))
    expect(drafts.tags('/a')).toBe(drafts.tags('/a'))
    drafts.forget('tags', '/b')
    stop()
    drafts.forget('tags', '/a')
    expect(told).toBe(1)
  })

  it('never keeps the value of a secret', () => {
    const storage = memory()
    const rows = [
      { name: 'SharedKey', value: 'MARKER', key: 0 },
      { name: 'link', value: 'https://x/y?sig=MARKER', key: 1 },
    ]
    on(storage).keep({ ...draft('/a'), rows })
    expect([...storage.items.values()].join()).not.toContain('MARKER')
    expect(
      on(storage)
        .tags('/a')
        ?.rows.map(({ name }) => name),
    ).toEqual(['SharedKey', 'link'])
  })
})

test('what differs from its base is typed, also after a reload; an opened form is not', () => {
  const storage = memory()
  expect(on(storage).someTyped()).toBe(false)
  on(storage).keep({ ...draft('/a'), base: { env: 'prod' } })
  expect(on(storage).someTyped()).toBe(false)
  on(storage).keep({ ...draft('/b'), open: false })
  expect(on(storage).someTyped()).toBe(true)
})

test('twenty drafts are kept; the oldest goes', () => {
  const drafts = on(memory())
  for (let at = 1; at <= 21; at++) drafts.keep(draft(`/${at}`, at))
  expect(drafts.tags('/1')).toBeUndefined()
  expect(drafts.tags('/2')).toBeDefined()
  expect(drafts.tags('/21')).toBeDefined()
})

test('where nothing can be kept it lasts as long as the page, and leaving is refused', () => {
  const denied = () => {
    throw new Error('denied')
  }
  const drafts = createDrafts(keptInTab(denied, 'drafts.1', undefined))
  drafts.keep(draft('/a'))
  expect(drafts.tags('/a')).toEqual(draft('/a'))
  expect(() => drafts.save()).toThrow(/keeps nothing/)
})

test.each(['nonsense', '{}', '[1,{"kind":"other"},{"kind":"tags","id":1}]'])('%s is passed over', (text) => {
  const storage = memory()
  storage.setItem('hub.drafts.1', text)
  expect(on(storage).tags('/a')).toBeUndefined()
})

test('a field that may hold a secret as it stands is kept in memory alone', () => {
  const storage = memory()
  const drafts = on(storage)
  const values = { name: 'root', data: 'MARKER PRIVATE KEY' }
  const base = { name: '', data: '' }
  drafts.keep({ kind: 'form', topic: 't', id: '/a', values, base, notStored: ['data'], open: true, at: 1 })
  expect(drafts.form('t', '/a')?.values).toEqual(values)
  expect([...storage.items.values()].join()).not.toContain('MARKER')
  expect(on(storage).form('t', '/a')?.values).toEqual({ name: 'root', data: '' })
})

test('tags that were typed stay when a button sets another tag, and go once they are written themselves', () => {
  const drafts = on(memory())
  drafts.keep(draft('/a'))
  const write = (name: string, from: string | undefined, to: string): Edit => ({
    is: 'edit',
    method: 'PATCH',
    member: 'tags',
    was: {},
    topic: 'tags',
    id: '/a',
    name: 'a',
    what: '',
    effect: '',
    action: '',
    holds: [],
    changes: [{ path: ['tags', name], ...(from !== undefined && { from }), to }],
  })
  drafts.done('/a', write('owner', undefined, 'net'))
  expect(drafts.tags('/a')).toEqual(draft('/a'))
  drafts.done('/a', write('env', 'test', 'prod'))
  expect(drafts.tags('/a')).toBeUndefined()
})

describe('the draft of a form whose write is done', () => {
  const typed = (dpd: string): FormDraft => ({
    kind: 'form',
    topic: 'mode',
    id: '/c',
    values: { dpd },
    base: { dpd: '' },
    open: true,
    at: 0,
  })
  const edit = (to: number): Edit => ({
    is: 'edit',
    method: 'PUT',
    topic: 'mode',
    id: '/c',
    name: 'c',
    what: '',
    effect: '',
    action: '',
    holds: [],
    changes: [{ path: ['properties', 'dpdTimeoutSeconds'], to }],
  })

  it('goes when that is what was sent, also after a reload', () => {
    const storage = memory()
    const drafts = on(storage)
    drafts.keep(typed('30'))
    drafts.sent('mode', '/c', [edit(30)])
    const again = on(storage)
    again.done('/c', edit(30))
    expect(again.form('mode', '/c')).toBeUndefined()
  })

  it('stays when something was typed since', () => {
    const drafts = on(memory())
    drafts.keep(typed('30'))
    drafts.sent('mode', '/c', [edit(30)])
    const { sent: _, ...draft } = drafts.form('mode', '/c') ?? typed('30')
    drafts.keep({ ...draft, values: { dpd: '40' } })
    drafts.done('/c', edit(30))
    expect(drafts.form('mode', '/c')?.values).toEqual({ dpd: '40' })
  })

  it('stays when another write of the form is done, as one that puts back', () => {
    const drafts = on(memory())
    drafts.keep(typed('30'))
    drafts.done('/c', edit(45))
    drafts.sent('mode', '/c', [edit(30)])
    drafts.done('/c', edit(45))
    expect(drafts.form('mode', '/c')?.values).toEqual({ dpd: '30' })
  })
})
