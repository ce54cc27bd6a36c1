import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute, tagsOf } from '../../../tests/support/express-route.ts'
import { circuit, gateway, idOf, network } from '../../../tests/support/resources.ts'
import { UNDER_LOCK } from '../../../tests/support/surroundings.ts'
import type { Resource } from '../resources/resource.ts'
import { circuitIdOf, gatewayIdOf } from './place.ts'
import { planOf } from './plan-of.ts'
import { withGoal } from './settled.ts'
import type { Answers } from './answers.ts'

const good = goodExpressRoute(aroundExpressRoute())
const ORDERED = good.circuits.map(({ name }) =>
  circuit(name, { tags: tagsOf('a1b2c3d4'), tier: 'Standard', peerings: [] }),
)

/** After an edit, with a lock on the group by then. */
function editedUnderLock(there: readonly Resource[]) {
  const around = aroundExpressRoute(there, { rights: UNDER_LOCK })
  return { around, answers: withGoal(good, { ...good.goal, resiliency: 'high' }, around) }
}
const places = (answers: Answers, around: Parameters<typeof gatewayIdOf>[1]) => [
  ...answers.circuits.map((one) => circuitIdOf(one, answers)),
  gatewayIdOf(answers, around),
]

test('circuits that were ordered are found in their group, also under a lock of it', () => {
  const { around, answers } = editedUnderLock(ORDERED)
  const before = places(good, around)
  expect(before.slice(0, 2)).toEqual(ORDERED.map(({ id }) => id))
  expect(places(answers, around)).toEqual(before)
  expect(planOf(answers, around, 'order').plan.resources).toEqual([])
})

test.each([
  ['gateway', gateway(good.gateway.name, { gatewayType: 'ExpressRoute' })],
  ['virtual network', network('vnet-hub-weu')],
])('and so is the %s of the plan', (_, there) => {
  const { around, answers } = editedUnderLock([there])
  expect(places(answers, around)).toEqual(places(good, around))
})

test('what is not begun goes elsewhere', () => {
  const { around, answers } = editedUnderLock([circuit('er-other')])
  expect(circuitIdOf(answers.circuits[0]!, answers)).toBe(
    idOf('expressRouteCircuits', good.circuits[0]!.name, 'rg-net-weu-2'),
  )
  expect(gatewayIdOf(answers, around)).toContain('/rg-net-weu-2/')
})
