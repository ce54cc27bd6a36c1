import { expect, test } from 'vitest'
import type { PeeringReading } from './path-tables.ts'
import { areAllUp, isAskedAnew, isCarrying, type PathsOf, verifyHeadline } from './verify-headline.ts'

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

test.each<[circuits: PathsOf[], headline: string, allUp: boolean, asked: boolean]>([
  [[UP], 'Both paths are up', true, false],
  [[UP, UP], 'All 4 paths are up', true, false],
  // A family that the peering has and nothing is told of is not up.
  [[{ ...UP, families: [4, 6] }], 'None of 2 paths is up yet', false, true],
  [[UP, 'notTold'], '2 of 4 paths are up', false, true],
  [[reading('3', 'Active'), 'notTold'], '1 of 4 paths is up', false, true],
  // A session that brings nothing leads nowhere.
  [[reading('0', '3')], '1 of 2 paths is up', false, true],
  [[reading('Idle', undefined)], 'None of 2 paths is up yet', false, true],
  [['notTold'], 'The paths are looked at', false, true],
  // Half a set-up is not all of it.
  [[UP, 'notConnected'], '2 of 4 paths are up', false, false],
  [[UP, 'noPeering'], '2 of 4 paths are up', false, false],
  [['notConnected', 'noPeering'], 'None of 4 paths is up yet', false, false],
  // Nobody here will ever see them come up.
  [[UP, 'unreadable'], 'Both paths that can be read are up', true, false],
  [['unreadable', 'notTold'], 'The paths are looked at', false, true],
  [['unreadable'], 'The paths can be read by the owner of the circuit alone', true, false],
])('%#', (circuits, headline, allUp, asked) => {
  expect(verifyHeadline(circuits, [])).toBe(headline)
  expect(areAllUp(circuits, [])).toBe(allUp)
  expect(isAskedAnew(circuits)).toBe(asked)
})

test('paths that are up lead nowhere without their connections', () => {
  expect(verifyHeadline([UP, UP], ['cn-a', 'cn-b'])).toBe(
    'All 4 paths are up, but cn-a and cn-b are not connected',
  )
  expect(areAllUp([UP, UP], ['cn-a'])).toBe(false)
})

test.each([
  [UP, true],
  [reading('3', 'Active'), false],
  [reading('3', '0'), false],
  [reading('3', undefined), false],
  [reading(), false],
])('%#', (one, carrying) => expect(isCarrying(one)).toBe(carrying))
