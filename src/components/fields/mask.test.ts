import { describe, expect, it } from 'vitest'
import { hasSensitive, lastFour, masked, maskSensitive } from './mask.ts'

describe('masked', () => {
  it.each([
    ['c8f0-11aa-3f2a', '••••-••••-3f2a'],
    ['abcd', '••••'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(masked(text)).toBe(expected)
  })

  it('never names a whole short value', () => {
    expect(lastFour('abcd')).toBe('')
  })
})

describe('maskSensitive', () => {
  const body = {
    properties: { serviceKey: 'key-1234', list: [{ ServiceKey: 'key-5678' }], serviceTag: 7 },
    a: null,
  }

  it('masks a service key at any depth and casing, and nothing else', () => {
    expect(maskSensitive(body)).toEqual({
      properties: { serviceKey: '•••-1234', list: [{ ServiceKey: '•••-5678' }], serviceTag: 7 },
      a: null,
    })
  })

  it('knows whether there is one', () => {
    expect(hasSensitive(body)).toBe(true)
    expect(hasSensitive({ serviceKey: null, serviceKeys: 'x' })).toBe(false)
  })
})
