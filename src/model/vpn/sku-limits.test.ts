import { describe, expect, test } from 'vitest'
import { skuNotice } from './retirements.ts'
import { skuLacks, skuLimits } from './sku-limits.ts'

describe('limits of a SKU', () => {
  test.each([
    ['VpnGw2AZ', 'Generation1', 1_000, 30, 500, 2_000],
    ['vpngw2az', 'Generation2', 1_250, 30, 500, 2_000],
    ['VpnGw2', 'Generation2', 1_250, 30, 500, 685],
    ['VpnGw1AZ', undefined, 650, 30, 250, 1_000],
    ['VpnGw5AZ', 'None', 10_000, 100, 10_000, 9_000],
    ['Basic', 'Generation1', 100, 10, undefined, 200],
  ])('%s in %s', (sku, generation, megabits, tunnels, clients, virtualMachines) => {
    expect(skuLimits(sku, generation)).toMatchObject({
      megabits,
      tunnels,
      virtualMachines,
      ...(clients !== undefined && { clients }),
    })
  })

  test.each([
    ['VpnGw2AZ', undefined],
    ['VpnGw3', 'Generation9'],
    ['HighPerformance', 'Generation1'],
    ['VpnGw6AZ', 'Generation2'],
    [undefined, undefined],
  ])('nothing is guessed for %s in %s', (sku, generation) => {
    expect(skuLimits(sku, generation)).toBeUndefined()
  })
})

test.each([
  ['Basic', 'BGP', /not retired/],
  ['Standard', 'zone redundancy', /VpnGw1AZ/],
  ['HighPerformance', 'zone redundancy', /VpnGw2AZ/],
  ['VpnGw1', 'NAT rules', /September 2026.*VpnGw1AZ/],
  ['VpnGw3', 'zone redundancy', /VpnGw3AZ/],
])('%s lacks %s, and says what became of it', (sku, lacks, notice) => {
  expect(skuLacks(sku)).toContain(lacks)
  expect(skuNotice(sku)?.text).toMatch(notice)
})

test.each(['VpnGw2AZ', 'VpnGw9AZ', 'something new', undefined])(
  '%s lacks nothing and needs no notice',
  (sku) => {
    expect(skuLacks(sku)).toEqual([])
    expect(skuNotice(sku)).toBeUndefined()
  },
)
