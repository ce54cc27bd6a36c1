import { expect, test } from 'vitest'
import { gateway } from '../../../tests/support/resources.ts'
import { startTest, stopTest, whyNoFailoverTest } from './failover-test.ts'

/** ExpressRoute document 2.3. */
test.each<[string[], RegExp | undefined]>([
  [[], /two or more/],
  [['Dublin'], /two or more/],
  [['Amsterdam', 'London'], undefined],
  [['Amsterdam Metro', 'Zurich Metro'], /Metro/],
  [['Amsterdam Metro', 'London'], undefined],
])('a test with circuits in %j', (locations, why) => {
  const found = whyNoFailoverTest(locations)
  if (why === undefined) expect(found).toBeUndefined()
  else expect(found).toMatch(why)
})

test('the orders name the location, and the end says how it went', () => {
  const one = gateway('ergw', { gatewayType: 'ExpressRoute' })
  expect(startTest(one, 'London')).toMatchObject({
    segment: 'startSiteFailoverTest',
    query: { peeringLocation: 'London' },
    holds: [one.key],
  })
  expect(stopTest(one, 'London', true)).toMatchObject({
    segment: 'stopSiteFailoverTest',
    body: { peeringLocation: 'London', wasSimulationSuccessful: true },
  })
})
