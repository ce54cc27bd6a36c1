import { describe, expect, it, test } from 'vitest'
import { gateway } from '../../../tests/support/resources.ts'
import { bodyOf } from './edit.ts'
import { isSmaller, skuEdit, skuMoves, whyNoSmallest } from './sku.ts'

describe('a gateway can go', () => {
  it.each<[sku: string, generation: string | undefined, to: string[]]>([
    ['VpnGw1', 'Generation1', ['VpnGw1AZ upgrade', 'VpnGw2AZ resize', 'VpnGw3AZ resize']],
    ['VpnGw2AZ', 'Generation1', ['VpnGw1AZ resize', 'VpnGw3AZ resize']],
    ['vpngw2az', 'Generation2', ['VpnGw3AZ resize', 'VpnGw4AZ resize', 'VpnGw5AZ resize']],
    ['VpnGw5', 'Generation2', ['VpnGw2AZ resize', 'VpnGw3AZ resize', 'VpnGw4AZ resize', 'VpnGw5AZ upgrade']],
    ['VpnGw3', undefined, ['VpnGw3AZ upgrade']],
  ])('from %s of %s within its generation, to what can still be made', (sku, generation, to) => {
    const moves = skuMoves(gateway('gw', { sku, generation }))
    expect(moves.is === 'some' && moves.moves.map((move) => `${move.sku} ${move.is}`)).toEqual(to)
  })

  it.each<[sku: string | undefined, why: RegExp, change?: object]>([
    ['Basic', /deleted and made anew/],
    ['HighPerformance', /migration/],
    ['VpnGw2AZ', /generation/],
    ['VpnGw9', /No change from VpnGw9 is known/],
    [undefined, /did not say/],
    ['VpnGw1AZ', /neither a VPN nor/, { gatewayType: 'LocalGateway' }],
  ])('nowhere from %s, and it says why', (sku, why, change) => {
    expect(skuMoves(gateway('gw', { sku, ...change }))).toEqual({
      is: 'none',
      why: expect.stringMatching(why),
    })
  })
})

test('a gateway with NAT rules is not offered the size that takes none, and it is said', () => {
  const withRules = gateway('gw', {
    sku: 'VpnGw2AZ',
    generation: 'Generation1',
    body: { properties: { natRules: [{ name: 'r' }] } },
  })
  const moves = skuMoves(withRules)
  expect(moves.is === 'some' && moves.moves.map(({ sku }) => sku)).toEqual(['VpnGw3AZ'])
  expect(whyNoSmallest(withRules)).toMatch(/VpnGw1AZ is not offered/)
  expect(whyNoSmallest(gateway('gw', { generation: 'Generation1' }))).toBeUndefined()
})

test('a smaller size is told from a larger one', () => {
  const now = gateway('gw', { sku: 'VpnGw2AZ' })
  expect(isSmaller(now, { sku: 'VpnGw1AZ', is: 'resize' })).toBe(true)
  expect(isSmaller(now, { sku: 'VpnGw3AZ', is: 'resize' })).toBe(false)
})

test('name and tier change, the rest of the SKU stays', () => {
  const body = { properties: { sku: { name: 'VpnGw1', tier: 'VpnGw1', capacity: 2 }, later: 1 } }
  const edit = skuEdit(gateway('gw', { body }), { sku: 'VpnGw1AZ', is: 'upgrade' })
  expect(bodyOf(edit, body)).toEqual({
    properties: { sku: { name: 'VpnGw1AZ', tier: 'VpnGw1AZ', capacity: 2 }, later: 1 },
  })
})
