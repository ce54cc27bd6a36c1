import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute, withCircuitAt } from '../../../tests/support/express-route.ts'
import { circuit } from '../../../tests/support/resources.ts'
import { summaryOf } from '../express-route/summary.ts'
import { circuitResiliency } from './circuit-resiliency.ts'
import { levelOf, type ResiliencyLevel } from './resiliency-level.ts'
import { resiliencyOf } from './resiliency.ts'

/** ExpressRoute document 2.1, told alike of a gateway and of answers. */
test.each<[locations: string[], level: ResiliencyLevel, sentence: RegExp]>([
  [[], 'none', /cannot be told/],
  [['London'], 'Standard', /everything is in London/],
  [['Amsterdam Metro'], 'High', /one of its two sites/],
  [['Amsterdam', 'London'], 'Maximum', /^Maximum: circuits in Amsterdam and London\./],
  // A Metro location is none of the two.
  [['Amsterdam Metro', 'London'], 'High', /^High: .*Amsterdam Metro.* not Metro/],
  [['Amsterdam Metro', 'Frankfurt Metro'], 'High', /^High: .*Amsterdam Metro and Frankfurt Metro/],
  [['Amsterdam Metro', 'Frankfurt', 'London'], 'Maximum', /circuits in Frankfurt and London\./],
])('%j: %s', (locations, level, sentence) => {
  expect(levelOf(locations)).toBe(level)
  const circuits = locations.map((peeringLocation, at) => circuit(`er-${at}`, { peeringLocation }))
  const around = aroundExpressRoute(circuits)
  const found = resiliencyOf(circuits, around.estate)
  expect(found.level).toBe(level)
  expect(found.sentence).toMatch(sentence)
  if (locations.length !== 2) return
  const answers = circuits.reduce(
    (now, { id }, at) => withCircuitAt(now, at, { use: 'existing', existing: id }),
    goodExpressRoute(around),
  )
  const { redundancy } = summaryOf(answers, [], around, 'connect')
  expect(redundancy.startsWith(`${level}: `)).toBe(true)
})

test('a circuit alone, or with a Metro one beside it, is what its own location makes it', () => {
  const [london, metro] = ['London', 'Amsterdam Metro'].map((peeringLocation) =>
    circuit(peeringLocation.replace(' ', '-'), { peeringLocation }),
  )
  if (!london || !metro) throw new Error('no circuit')
  const { estate } = aroundExpressRoute([london, metro])
  expect(circuitResiliency(london, estate).level).toBe('Standard')
  expect(circuitResiliency(metro, estate).level).toBe('High')
})
