import { expect, test } from 'vitest'
import type { Row } from '../../model/list/row.ts'
import { keepOrder, sameOrder } from './order.ts'
import { makeRow } from './rows.fixture.ts'

const rows = (...names: string[]): Row[] => names.map((name) => makeRow({ name }))
const names = (list: readonly Row[]) => list.map(({ name }) => name).join(' ')

test('rows that are known keep their place, whatever the sort says now', () => {
  expect(names(keepOrder(rows('a', 'b', 'c'), rows('c', 'a', 'b')))).toBe('a b c')
})

test('new rows come after the one they follow when sorted', () => {
  expect(names(keepOrder(rows('b', 'd'), rows('a', 'b', 'c', 'd', 'e')))).toBe('a b c d e')
  expect(names(keepOrder(rows('b', 'd'), rows('d', 'x', 'y', 'b')))).toBe('b d x y')
})

test('rows that went away leave no gap, and their place is given to nobody', () => {
  expect(names(keepOrder(rows('a', 'b', 'c'), rows('a', 'x', 'c')))).toBe('a x c')
})

test('rows of one key are the newest reading', () => {
  const old = makeRow({ name: 'a', sku: 'Basic' })
  const read = makeRow({ name: 'a', sku: 'VpnGw1AZ' })
  expect(keepOrder([old], [read])).toEqual([read])
})

test('newer readings among rows that moved take the old places', () => {
  const [a, b, c] = rows('a', 'b', 'c')
  if (!a || !b || !c) throw new Error('three rows')
  const newer = { ...b, sku: 'VpnGw1AZ' }
  expect(keepOrder([a, b, c], [c, newer, a])).toEqual([a, newer, c])
  const [d] = rows('d')
  expect(keepOrder([a, b, c], [c, ...(d ? [d] : []), a])).toEqual([a, c, d])
})

test('order is compared by key', () => {
  expect(sameOrder(rows('a', 'b'), rows('a', 'b'))).toBe(true)
  expect(sameOrder(rows('a', 'b'), rows('b', 'a'))).toBe(false)
  expect(sameOrder(rows('a'), rows('a', 'b'))).toBe(false)
})
