import { expect, test } from 'vitest'
import { tabsOfOneBrowser } from '../../tests/support/tabs.ts'
import { endKept } from './kept-in-tab.ts'
import { keptList } from './kept-list.ts'

test('is shared by the tabs of an account, and each hears of the others', () => {
  const browser = tabsOfOneBrowser()
  const [one, other] = [browser.open(), browser.open()]
  const here = keptList(() => one.storage, 'x.1', 'ann', one.heard)
  const there = keptList(() => other.storage, 'x.1', 'ann', other.heard)
  const bobs = keptList(() => other.storage, 'x.1', 'bob', other.heard)
  let heard = 0
  there.onChange(() => heard++)
  here.write('a', { b: 1 })
  there.write('c', 2)
  expect([...there.read()]).toEqual([
    ['a', { b: 1 }],
    ['c', 2],
  ])
  expect(heard).toBe(1)
  expect([...bobs.read()]).toEqual([])
  here.write('a', undefined)
  expect([...there.read().keys()]).toEqual(['c'])
})

test('where storage is denied it lasts as long as the page', () => {
  const denied = () => {
    throw new Error('denied')
  }
  const kept = keptList(denied, 'x.1', undefined, () => () => undefined)
  kept.write('a', 1)
  expect([...kept.read()]).toEqual([['a', 1]])
  kept.write('a', undefined)
  expect([...kept.read()]).toEqual([])
})

test('after a sign-out nothing comes back', () => {
  const browser = tabsOfOneBrowser()
  const tab = browser.open()
  const kept = keptList(() => tab.storage, 'x.1', 'ann', tab.heard)
  kept.write('a', 1)
  endKept()
  browser.items.clear()
  kept.write('a', 2)
  expect(browser.items.size).toBe(0)
})

test('what is no JSON is handed on as nothing', () => {
  const browser = tabsOfOneBrowser(new Map([['hub/ann/x.1/a', '{nonsense']]))
  const tab = browser.open()
  expect([...keptList(() => tab.storage, 'x.1', 'ann', tab.heard).read()]).toEqual([['a', undefined]])
})
