import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../tests/support/express-route.ts'
import { isJsonObject, type Json } from '../../lib/json.ts'
import { checksOf } from './checks-of.ts'
import { defaultReason } from './default-reason.ts'
import { planOf } from './plan-of.ts'
import { readAnswers } from './read-answers.ts'
import { rightsNeeded } from './rights-needed.ts'
import { settled } from './settled.ts'

const around = aroundExpressRoute()
const stored = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json

test('answers come back from a draft as they were', () => {
  const answers = goodExpressRoute(around)
  const json = stored(answers)
  expect(isJsonObject(json) && readAnswers(json)).toEqual(answers)
})

test('whatever stands in storage makes answers that nothing stumbles over, or none', () => {
  const names = [
    'goal',
    'circuits',
    'order',
    'gateway',
    'setUp',
    'touched',
    'namedIn',
    'key',
    'peering',
    'units',
  ]
  const { json } = fc.letrec<{ json: Json }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom<Json>(null, true, 7, 'x', '', 'existing', 'direct', 'hub'),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names, 'use', 'existing', 'to', 'port'), tie('json')),
    ),
  }))
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), json), (anything) => {
      const read = readAnswers({ goal: {}, circuits: [], gateway: {}, ...anything })
      if (!read) return
      const answers = settled(read, around)
      checksOf(answers, {}, around)
      rightsNeeded(answers, around)
      for (const phase of ['order', 'connect'] as const) planOf(answers, around, phase)
      // Once settled nothing moves by itself.
      expect(settled(answers, around)).toEqual(answers)
    }),
    { numRuns: 200 },
  )
})

test.each([
  ['circuits.0.bandwidth', 'never lowered'],
  ['circuits.1.peering.asn', 'same AS'],
  ['circuits.0.peering.vlan', 'next free VLAN'],
  ['circuits.1.connection.weight', 'either takes over'],
  ['gateway.gatewaySubnet', '/27'],
  ['gateway.sku', 'both circuits'],
  ['goal.resiliency', 'production'],
])('what was proposed says why: %s', (field, words) => {
  const answers = goodExpressRoute(around)
  const untouched = { ...answers, touched: [] }
  expect(defaultReason(field, untouched, around)).toContain(words)
  expect(defaultReason(field, { ...untouched, touched: [field] }, around)).toBeUndefined()
})
