import { expect, test } from 'vitest'
import { keptList } from './kept-list.ts'
import type { WizardDraft } from '../model/wizard/wizard-draft.ts'
import { createWizardDrafts } from './wizard-drafts.ts'

/** Two tabs of one browser: what one writes the other hears. */
function browser() {
  const items = new Map<string, string>()
  const heard = [new Set<(key: string | null) => void>(), new Set<(key: string | null) => void>()]
  const storageOf = (tab: number) => ({
    getItem: (key: string) => items.get(key) ?? null,
    setItem(key: string, value: string) {
      items.set(key, value)
      for (const listener of heard[1 - tab] ?? []) listener(key)
    },
    removeItem(key: string) {
      items.delete(key)
      for (const listener of heard[1 - tab] ?? []) listener(key)
    },
    key: (index: number) => [...items.keys()][index] ?? null,
    get length() {
      return items.size
    },
  })
  const draftsOf = (tab: number, owner = 'ann') =>
    createWizardDrafts(
      keptList(
        () => storageOf(tab),
        'wizards.1',
        owner,
        (listener) => {
          heard[tab]?.add(listener)
          return () => heard[tab]?.delete(listener)
        },
      ),
    )
  return { items, draftsOf }
}

const draft = (key: string, at: number): WizardDraft => ({
  key,
  wizard: 'site-to-site',
  name: `vgw-${key}`,
  answers: { goal: { devices: 2 } },
  left: ['goal'],
  at,
})

test('a draft is kept, heard by another tab and found by the next page; another account has none of it', () => {
  const { draftsOf } = browser()
  const [here, there] = [draftsOf(0), draftsOf(1)]
  let times = 0
  there.subscribe(() => times++)
  expect(there.list()).toEqual([])
  here.keep(draft('a', 1))
  here.keep(draft('b', 2))
  expect(times).toBe(2)
  expect(there.list().map(({ key }) => key)).toEqual(['b', 'a'])
  expect(there.list()).toBe(there.list())
  expect(draftsOf(0).list()).toEqual(here.list())
  expect(draftsOf(0, 'bob').list()).toEqual([])
  there.discard('b')
  expect(here.list()).toEqual([draft('a', 1)])
})

test('what is no draft is passed over, and beyond thirty the oldest go', () => {
  const { items, draftsOf } = browser()
  items.set('hub/ann/wizards.1/x', '{"wizard":"site-to-site"}')
  items.set('hub/ann/wizards.1/y', 'not JSON')
  const drafts = draftsOf(0)
  expect(drafts.list()).toEqual([])
  for (let at = 1; at <= 31; at++) drafts.keep(draft(`d${at}`, at))
  expect(drafts.list()).toHaveLength(30)
  expect(drafts.list().at(-1)?.key).toBe('d2')
})
