import { expect, test } from 'vitest'
import { DEFAULT_COLUMNS } from '../../model/list/view.ts'
import { fitColumns, gridTemplate, layoutFor, rowHeight } from './columns.ts'

/** Width of the list where the navigation is open (208) or folded (52), by the width of the window. */
const AT_1366 = 1158
const AT_1100 = 1048

test('all usual columns fit at 1366, with a scroll bar too', () => {
  expect(fitColumns(DEFAULT_COLUMNS, AT_1366, true)).toEqual(DEFAULT_COLUMNS)
  expect(fitColumns(DEFAULT_COLUMNS, AT_1366 - 15, true)).toEqual(DEFAULT_COLUMNS)
})

test('SKU goes first, then subscription', () => {
  expect(fitColumns(DEFAULT_COLUMNS, 1100, true)).not.toContain('sku')
  expect(fitColumns(DEFAULT_COLUMNS, 1100, true)).toContain('subscription')
  const at1100 = fitColumns(DEFAULT_COLUMNS, AT_1100, true)
  expect(at1100).toEqual(DEFAULT_COLUMNS.filter((column) => column !== 'sku' && column !== 'subscription'))
})

test('at 700 four columns are left, and at 390 none', () => {
  expect(layoutFor(700)).toBe('narrow')
  expect(fitColumns(DEFAULT_COLUMNS, 700, true)).toEqual(['verdict', 'name', 'related', 'age'])
  expect(layoutFor(390)).toBe('phone')
})

test('columns have their widths before there is data, and related takes the rest', () => {
  expect(gridTemplate(['verdict', 'name', 'related', 'age'], true)).toBe(
    '48px 120px 190px minmax(140px, 1fr) 44px 24px',
  )
  expect(gridTemplate(['verdict', 'name'], false)).toBe('16px 120px minmax(190px, 1fr) 24px')
})

test('rows are 36 pixels high, and 44 under a finger', () => {
  expect(rowHeight('wide', false)).toBe(36)
  expect(rowHeight('wide', true)).toBe(44)
})
