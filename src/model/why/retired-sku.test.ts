import { expect, test } from 'vitest'
import { gateway } from '../../../tests/support/resources.ts'
import { facts, shortOf, wordsOf, NOW } from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const of = (sku: string) => ({ gateway: known(gateway('vgw', { sku }), NOW) })
import type { Facts } from './facts.ts'
import { retiredSku } from './retired-sku.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['zone-redundant', of('VpnGw2AZ'), 'ruled out', /VpnGw2AZ is not retired/],
  ['Basic', of('Basic'), 'ruled out', /Basic/],
  ['without zones', of('VpnGw1'), 'unlikely', /VpnGw1 is retired/],
  ['of old', of('HighPerformance'), 'unlikely', /retired/],
  ['the gateway was not read', { gateway: { is: 'none' } }, 'not checked', /gateway/],
])('%s', (_, change, verdict, says) => {
  const finding = retiredSku(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
