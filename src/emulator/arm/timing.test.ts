import { describe, expect, it } from 'vitest'
import { retryAfter, scaled } from './timing.ts'

describe('scaled', () => {
  it('takes forty minutes in twenty seconds when fast', () => {
    expect(scaled(2400, 'fast')).toBe(20_000)
  })

  it('never makes a fast operation too short to be seen', () => {
    expect(scaled(1, 'fast')).toBe(200)
  })

  it('is as recorded when realistic and over at once when instant', () => {
    expect(scaled(42, 'realistic')).toBe(42_000)
    expect(scaled(42, 'instant')).toBe(0)
  })
})

describe('retryAfter', () => {
  it('is only sent at real speed: clients count whole seconds', () => {
    expect(retryAfter(10, 'realistic')).toEqual({ 'Retry-After': '10' })
    expect(retryAfter(10, 'fast')).toEqual({})
  })
})
