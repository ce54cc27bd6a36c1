import { expect, test } from 'vitest'

import { facts, shortOf, wordsOf, DOWN, PARTLY, UP } from '../../../tests/support/why-facts.ts'

import type { Facts } from './facts.ts'
import { startingSide } from './starting-side.ts'

test.each<[what: string, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]>([
  ['by default', { connection: DOWN }, 'ruled out', /Default/],
  ['waits', { connection: { ...DOWN, connectionMode: 'ResponderOnly' } }, 'possible', /waits for the device/],
  [
    'only starts',
    { connection: { ...DOWN, connectionMode: 'InitiatorOnly' } },
    'possible',
    /does not answer/,
  ],
  [
    'waits, and one came',
    { connection: { ...PARTLY, connectionMode: 'ResponderOnly' } },
    'unlikely',
    /waits/,
  ],
  ['up', { connection: { ...UP, connectionMode: 'ResponderOnly' } }, 'ruled out', /up/],
])('%s', (_, change, verdict, says) => {
  const finding = startingSide(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
