import { describe, expect, it } from 'vitest'
import { addressIn, publicAddress } from './addresses.ts'

describe('addressIn', () => {
  it('counts from the start and from the end', () => {
    expect(addressIn('10.0.1.0/24', 4)).toBe('10.0.1.4')
    expect(addressIn('10.0.1.0/24', -2)).toBe('10.0.1.254')
    expect(addressIn('10.0.255.0/27', 4)).toBe('10.0.255.4')
  })

  it('has no answer for anything but an IPv4 prefix', () => {
    expect(addressIn('fd00::/8', 1)).toBeUndefined()
    expect(addressIn(undefined, 1)).toBeUndefined()
  })
})

it('makes up public addresses that are nobody’s and stay the same', () => {
  expect(publicAddress('x')).toBe(publicAddress('x'))
  expect(publicAddress('x')).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/)
})
