import { expect, test } from 'vitest'
import {
  circuit,
  connection,
  gateway,
  inventory,
  port,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { carriersOf, startTest, stopTest, testConsequences, whyNoFailoverTest } from './failover-test.ts'

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
  expect(stopTest(one, 'London', true, [{ name: 'cn-ams', location: 'Amsterdam' }])).toMatchObject({
    segment: 'stopSiteFailoverTest',
    body: {
      peeringLocation: 'London',
      wasSimulationSuccessful: true,
      details: [{ failoverConnectionName: 'cn-ams', failoverLocation: 'Amsterdam', isVerified: true }],
    },
  })
})

test('the connections of the location are named before it starts, those over an own port too', () => {
  const ergw = gateway('ergw', { gatewayType: 'ExpressRoute' })
  const pair = port('pair', { peeringLocation: 'London' })
  const circuits = [
    circuit('lon', { peeringLocation: 'London' }),
    circuit('direct', { peeringLocation: undefined, expressRoutePortId: pair.id }),
    circuit('ams', { peeringLocation: 'Amsterdam' }),
  ]
  const connections = circuits.map(({ id, name }) =>
    connection(`cn-${name}`, { connectionType: 'ExpressRoute', gateway1Id: ergw.id, circuitId: id }),
  )
  const estate = buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 'One' }],
    [inventory([ergw, pair, ...circuits, ...connections])],
  )
  const { depends } = testConsequences(ergw, 'London', estate, false)
  expect(depends.map(({ name }) => name).toSorted()).toEqual(['cn-direct', 'cn-lon'])
  expect(carriersOf(ergw, 'London', estate)).toEqual([{ name: 'cn-ams', location: 'Amsterdam' }])
})
