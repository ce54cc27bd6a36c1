import { describe, expect, it } from 'vitest'
import { sortKey } from './sort-key.ts'

describe('sortKey', () => {
  it.each([
    ['numbers by what they are', ['vgw-9', 'vgw-10', 'vgw-010a', 'vgw-100', 'vgw-x']],
    ['names without regard to case', ['a', 'B', 'c', 'D']],
    ['marks with their letters', ['Malmo', 'Malmö-2', 'malmp', 'Zürich']],
    ['separators as a collator does', ['rg_net', 'rg-net', 'rg.net', 'rg1', 'rga']],
  ])('orders %s', (_, texts) => {
    const byKey = (a: string, b: string) => (sortKey(a) < sortKey(b) ? -1 : 1)
    expect(texts.toReversed().toSorted(byKey)).toEqual(texts)
    const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })
    expect(texts.toReversed().toSorted(compare)).toEqual(texts)
  })

  it('makes texts equal that differ in case or leading zeros alone', () => {
    expect(sortKey('VGW-01')).toBe(sortKey('vgw-1'))
    expect(sortKey('Łódź')).toBe(sortKey('łódź'))
  })
})
