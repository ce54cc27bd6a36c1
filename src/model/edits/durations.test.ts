import { expect, test } from 'vitest'
import { together, typicalTime, typicalWords } from './durations.ts'

const G = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network'

test.each([
  [
    'a reset of a gateway',
    { method: 'POST', id: `${G}/virtualNetworkGateways/x`, segment: 'reset' },
    /^8.min to 14.min, typically 8.min, in 3 recorded runs/,
  ],
  [
    'a new SKU, as documented',
    { method: 'PUT', id: `${G}/virtualNetworkGateways/x`, topic: 'sku' },
    /^About 45.min, as Azure documents/,
  ],
  [
    'any other change of a gateway',
    { method: 'PUT', id: `${G}/virtualNetworkGateways/x`, topic: 'bgp' },
    /typically 2.min/,
  ],
  [
    'one that always took as long',
    { method: 'PUT', id: `${G}/connections/x`, segment: 'sharedkey' },
    /^About 40.s, in 3/,
  ],
  [
    'what was not recorded',
    { method: 'POST', id: `${G}/connections/x`, segment: 'resetconnection' },
    /not recorded/,
  ],
] as const)('%s', (_, write, words) => {
  expect(typicalWords(typicalTime({ topic: '', ...write }))).toMatch(words)
})

test('one after another takes the sum, and nobody knows the sum of what is not known', () => {
  const one = typicalTime({ method: 'DELETE', id: `${G}/connections/x`, topic: 'delete' })
  expect(together([one, one])).toEqual({ least: 106_000, median: 266_000, most: 266_000, count: 12 })
  expect(together([one, undefined])).toBeUndefined()
})
