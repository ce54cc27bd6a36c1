import { expect, test } from 'vitest'
import {
  act,
  association,
  DAY,
  DOWN,
  facts,
  HOUR,
  MINUTE,
  NOW,
  PARTLY,
  REFUSED,
  setKey,
} from '../../../tests/support/why-facts.ts'
import { known } from './asked.ts'
import { timeline } from './timeline.ts'

test('writes and tunnels in the order of time, the newest write marked', () => {
  const moments = timeline(
    facts({
      connection: PARTLY,
      activity: known([setKey(2 * HOUR), act('connections/getikesas/action', HOUR)], NOW),
      gatewayActivity: known([act('virtualNetworkGateways/reset/action', 3 * DAY)], NOW),
      ike: known([association(0, { elapsedSeconds: 4 * 3_600 })], NOW),
    }),
  )
  expect(moments.map(({ at, what, is }) => [(at - NOW) / MINUTE, is, what])).toEqual([
    [-20 * 24 * 60, 'up', 'Tunnel of instance 0 established'],
    [-20 * 24 * 60, 'up', 'Tunnel of instance 1 established'],
    [-3 * 24 * 60, 'write', 'Gateway reset'],
    [-4 * 60, 'renewed', 'Tunnel of instance 0: phase 1 renewed'],
    [-2 * 60, 'write', 'Shared key set'],
    [0, 'now down', 'Tunnel of instance 1 is not connected'],
    [4 * 60, 'expected', 'Tunnel of instance 0 renews phase 1'],
  ])
  expect(moments.filter((one) => one.isLastChange)).toMatchObject([
    { what: 'Shared key set', by: 'a.nowak@contoso.com' },
  ])
})

test('what was refused changed nothing, and a log that may not be read leaves the tunnels', () => {
  const refused = { ...setKey(HOUR), status: 'Failed' }
  expect(
    timeline(facts({ connection: DOWN, activity: known([refused], NOW) })).filter(({ is }) => is === 'write'),
  ).toEqual([])
  expect(timeline(facts({ connection: DOWN, activity: REFUSED }))).toHaveLength(6)
})

test('metrics tell when a tunnel ended, and the last change before it is marked', () => {
  const moments = timeline(
    facts({
      connection: PARTLY,
      activity: known([setKey(3 * HOUR), act('connections/resetconnection/action', HOUR)], NOW),
      traffic: known([{ instance: 'x_1', lastAt: NOW - 2 * HOUR, until: NOW }], NOW),
    }),
  )
  expect(moments.find(({ is }) => is === 'now down')).toMatchObject({
    at: NOW - 2 * HOUR,
    what: 'Tunnel of instance 1 ended',
  })
  expect(moments.filter((one) => one.isLastChange).map(({ what }) => what)).toEqual(['Shared key set'])
})
