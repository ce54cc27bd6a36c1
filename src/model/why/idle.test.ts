import { expect, test } from 'vitest'
import { gateway } from '../../../tests/support/resources.ts'
import { facts, shortOf, wordsOf, DOWN, NOW, UP } from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'

const POLICY_BASED = known(gateway('vgw', { vpnType: 'PolicyBased' }), NOW)
import type { Facts } from './facts.ts'
import { idle } from './idle.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['route-based', { connection: DOWN }, 'ruled out', /route-based/],
  ['policy-based and down', { connection: DOWN, gateway: POLICY_BASED }, 'possible', /5 minutes/],
  ['policy-based and up', { connection: UP, gateway: POLICY_BASED }, 'ruled out', /^The tunnel is up, so/],
  ['the gateway was not read', { gateway: { is: 'none' } }, 'not checked', /gateway/],
])('%s', (_, change, verdict, says) => {
  const finding = idle(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
