import { expect, test } from 'vitest'
import { capacityWords, routerCapacity } from './capacity.ts'

test.each([
  [1, undefined],
  [2, { gbps: 3, machines: 2_000 }],
  [3, { gbps: 3, machines: 3_000 }],
  [4, { gbps: 4, machines: 4_000 }],
  [50, { gbps: 50, machines: 50_000 }],
  [51, undefined],
  [2.5, undefined],
])('%s units', (units, capacity) => {
  expect(routerCapacity(units)).toEqual(capacity)
})

test('in words, also where Azure has a number that nobody published', () => {
  expect(capacityWords(2)).toMatch(/^2 units: 3\u2009Gbps and 2,000 virtual machines/)
  expect(capacityWords(60)).toBe('60 units: what that carries is not known')
})
