import { expect, test } from 'vitest'
import type { PeeringReading } from './path-tables.ts'
import { isCarrying, verifyHeadline } from './verify-headline.ts'

/** A peering whose sessions say this. */
function reading(...states: (string | undefined)[]): PeeringReading {
  return {
    paths: states.map((statePfxRcd, index) => ({
      path: index === 0 ? 'primary' : 'secondary',
      arp: { ok: true, value: [] },
      summary:
        statePfxRcd === undefined
          ? { ok: false, error: { kind: 'server', code: 'X', message: 'x', details: [] } }
          : { ok: true, value: [{ statePfxRcd }] },
    })),
    counters: { ok: true, value: { primary: {}, secondary: {} } },
  }
}

const UP = reading('3', '3')

test.each<[(PeeringReading | undefined)[], string]>([
  [[UP], 'Both paths are up'],
  [[UP, UP], 'All 4 paths are up'],
  [[UP, undefined], '2 of 4 paths are up'],
  [[reading('3', 'Active'), undefined], '1 of 4 paths is up'],
  // A session that brings nothing leads nowhere.
  [[reading('0', '3')], '1 of 2 paths is up'],
  [[reading('Idle', undefined)], 'None of 2 paths is up yet'],
  [[undefined], 'The paths are looked at'],
])('%#', (readings, headline) => expect(verifyHeadline(readings)).toBe(headline))

test.each([
  [UP, true],
  [reading('3', 'Active'), false],
  [reading('3', '0'), false],
  [reading('3', undefined), false],
  [reading(), false],
])('%#', (one, carrying) => expect(isCarrying(one)).toBe(carrying))
