import { describe, expect, it } from 'vitest'
import { asOf } from './versions.ts'

const SINCE = {
  later: '2023-09-01',
  'inner.later': '2024-03-01',
  'items.properties.later': '2022-07-01',
}

const PROPERTIES = {
  always: 1,
  later: 2,
  inner: { always: 3, later: 4 },
  items: [{ properties: { always: 5, later: 6 } }, { properties: {} }, 'no object'],
}

describe('the properties as of an api-version', () => {
  it('are whole in a version that knows all of them', () => {
    expect(asOf(PROPERTIES, SINCE, '2024-03-01')).toEqual(PROPERTIES)
  })

  it('leave out what came later, at any depth and in lists', () => {
    expect(asOf(PROPERTIES, SINCE, '2022-01-01')).toEqual({
      always: 1,
      inner: { always: 3 },
      items: [{ properties: { always: 5 } }, { properties: {} }, 'no object'],
    })
    expect(asOf(PROPERTIES, SINCE, '2023-09-01')).toEqual({ ...PROPERTIES, inner: { always: 3 } })
  })

  it('are whole for a type of which nothing is known', () => {
    expect(asOf(PROPERTIES, undefined, '2015-06-15')).toEqual(PROPERTIES)
  })
})
