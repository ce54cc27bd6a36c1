import { expect, test } from 'vitest'

import { facts, shortOf, wordsOf, UP } from '../../../tests/support/why-facts.ts'

import type { Facts } from './facts.ts'
import { deadPeer } from './dead-peer.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['the default', {}, 'ruled out', /45 s/],
  ['as recommended', { connection: { ...UP, dpdTimeoutSeconds: 30 } }, 'ruled out', /30 s/],
  ['too quick', { connection: { ...UP, dpdTimeoutSeconds: 9 } }, 'unlikely', /too quickly/],
  ['slow', { connection: { ...UP, dpdTimeoutSeconds: 3600 } }, 'unlikely', /slow/],
])('%s', (_, change, verdict, says) => {
  const finding = deadPeer(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
