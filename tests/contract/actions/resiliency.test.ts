import { expect, test } from 'vitest'
import { act, idOf, openContoso } from './contoso.ts'

const HUB = 'ergw-weu-prod'
const MES = 'ERGW_MES_NEU'

test('a gateway with circuits in two locations scores higher than one with a single circuit', async () => {
  const emulator = openContoso()
  const { result: two } = await act(emulator, HUB, 'getResiliencyInformation')
  const { result: one } = await act(emulator, MES, 'getResiliencyInformation')
  // 20 for two locations, never tested; 10 for the zones of ErGw2AZ; 10 because nothing is advised (ExpressRoute document 2.2).
  expect(two.body).toMatchObject({ overallScore: '40', components: [{ currentScore: '20' }, {}, {}] })
  // The session of one path is down, and one location is advised against.
  expect(one.body.overallScore).toBe('10')
  expect(one.body.components[0].recommendations).toMatchObject([{ severity: 'High' }])
})

test('routes are told by the set of locations they come from', async () => {
  const { result } = await act(openContoso(), HUB, 'getRoutesInformation')
  expect(result.body.routeSets).toMatchObject([
    { name: 'Amsterdam, London', locations: ['Amsterdam', 'London'] },
  ])
  expect(result.body.routeSets[0].details['10.130.0.0/16']).toEqual([
    { circuit: idOf('er-ams-colt-1'), pri: 'Active', sec: 'Active' },
    { circuit: idOf('er-lon-colt-2'), pri: 'Active', sec: 'Active' },
  ])
})

test('a failover test takes the routes of a location away until it is stopped, and then counts', async () => {
  const emulator = openContoso()
  const routes = async () => (await act(emulator, HUB, 'getLearnedRoutes')).result.body.value.length
  const before = await routes()
  const { started } = await act(emulator, HUB, 'startSiteFailoverTest?peeringLocation=Amsterdam')
  expect(started.status).toBe(202)
  expect(await routes()).toBeLessThan(before)
  const { result: running } = await act(emulator, HUB, 'getFailoverAllTestsDetails?type=All')
  expect(running.body).toMatchObject([
    { peeringLocation: 'Amsterdam', status: 'Running', connections: [{ status: 'Disconnected' }] },
  ])
  const guid = running.body[0].testGuid
  const { result: single } = await act(
    emulator,
    HUB,
    `getFailoverSingleTestDetails?peeringLocation=Amsterdam&failoverTestId=${guid}`,
  )
  expect(single.body).toMatchObject([
    { redundantRoutes: [{ peeringLocations: ['London'] }], nonRedundantRoutes: [] },
  ])
  const again = await emulator.ask('POST', `${idOf(HUB)}/startSiteFailoverTest?peeringLocation=London`)
  expect(again.body.error.message).toMatch(/Another failover test/)

  await act(emulator, HUB, 'stopSiteFailoverTest', {
    peeringLocation: 'Amsterdam',
    wasSimulationSuccessful: true,
    details: [],
  })
  expect(await routes()).toBe(before)
  const { result: ended } = await act(emulator, HUB, 'getFailoverAllTestsDetails?type=All')
  expect(ended.body).toMatchObject([{ status: 'Completed' }])
  // One of two locations tested within a month: four, halved.
  expect((await act(emulator, HUB, 'getResiliencyInformation')).result.body.overallScore).toBe('60')
})

test.each([
  [MES, 'Dublin', /two or more peering locations/],
  [HUB, 'Paris', /no circuit in Paris/],
])('a failover test of %s in %s is refused', async (name, location, message) => {
  const answer = await openContoso().ask(
    'POST',
    `${idOf(name)}/startSiteFailoverTest?peeringLocation=${location}`,
  )
  expect(answer.status).toBe(400)
  expect(answer.body.error.message).toMatch(message)
})
