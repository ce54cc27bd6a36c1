import { expect, test } from 'vitest'
import {
  clientCapacity,
  clientCapacityRows,
  clientCapacityWords,
  siteThroughput,
  siteThroughputWords,
} from './gateway-capacity.ts'

// Virtual WAN document, sections 4 and 7.
test.each<[units: number, megabits: number | undefined]>([
  [0, undefined],
  [1, 500],
  [20, 10_000],
  [40, 20_000],
  [41, undefined],
  [1.5, undefined],
])('%s units of a VPN gateway carry %s Mbps on each instance', (units, megabits) => {
  expect(siteThroughput(units)).toBe(megabits)
})

test.each<[units: number, instances: number, users: number, gbps: number]>([
  [1, 2, 500, 0.5],
  [3, 2, 500, 1.5],
  [4, 2, 1_000, 2],
  [7, 2, 5_000, 3.5],
  [20, 2, 10_000, 10],
  [40, 4, 20_000, 20],
  [200, 20, 100_000, 100],
])('%s units of a point-to-site gateway', (units, instances, users, gbps) => {
  expect(clientCapacity(units)).toEqual({ instances, users, gbps })
})

test.each([0, 21, 50, 220])('%s units are none that a point-to-site gateway can have', (units) => {
  expect(clientCapacity(units)).toBeUndefined()
})

test('in words, with every row of the table once', () => {
  expect(siteThroughputWords(2)).toBe('2 units: 1\u2009Gbps on each of its two instances')
  expect(clientCapacityWords(2)).toBe('2 units: up to 500 users and 1\u2009Gbps together, on 2 instances')
  expect(clientCapacityWords(30)).toBe('30 units: what that carries is not known')
  expect(clientCapacityRows()).toHaveLength(13)
})
