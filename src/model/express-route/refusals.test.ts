import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../tests/support/express-route.ts'
import { circuitIdOf, connectionIdOf } from './place.ts'
import { refusalRemedy } from './refusals.ts'

const around = aroundExpressRoute()
const two = goodExpressRoute(around)
const one = goodExpressRoute(around, { resiliency: 'standard' })
const [, second] = two.circuits
if (!second) throw new Error('no second circuit')
const ID = circuitIdOf(second, two)

/** A refusal names what was refused: only from that follows whose field it is. */
test.each<[code: string, id: string | undefined, step: string, field: string | undefined]>([
  ['InvalidExpressRouteCircuit', ID, 'circuits', 'circuits'],
  ['ExpressRouteCircuitServiceProviderDoesNotExist', ID, 'circuits', 'circuits.1.provider'],
  [
    'InvalidExpressRouteCircuitPeering',
    `${ID}/peerings/AzurePrivatePeering`,
    'peering',
    'circuits.1.peering',
  ],
  [
    'InvalidExpressRouteCircuitPeering',
    `${ID}/peerings/microsoftPeering`,
    'microsoft',
    'circuits.1.microsoft',
  ],
  [
    'InvalidAuthorizationKey',
    connectionIdOf(second, two, around),
    'connection',
    'circuits.1.authorizationKey',
  ],
  // Nobody knows which of the two.
  ['InvalidExpressRouteCircuitPeering', undefined, 'peering', undefined],
])('%s of %s', (code, id, step, field) => {
  const found = refusalRemedy(code, '', id, two, around)
  expect([found?.at?.step, found?.at?.field]).toEqual([step, field])
  expect(found?.what.includes('Microsoft')).toBe(step === 'microsoft')
})

test('of one circuit it is that one', () => {
  const { at } = refusalRemedy('InvalidExpressRouteCircuitPeering', '', undefined, one, around) ?? {}
  expect(at?.field).toBe('circuits.0.peering')
})
