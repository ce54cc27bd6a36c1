import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../tests/support/express-route.ts'
import { circuit } from '../../../tests/support/resources.ts'
import { isJsonObject, type Json } from '../../lib/json.ts'
import { checksOf } from './checks-of.ts'
import { defaultReason } from './default-reason.ts'
import { peeringMeant } from './peering-meant.ts'
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

test('links of IPv6 are proposed once they are asked for, each circuit its own, and clear of what is there', () => {
  const around = aroundExpressRoute([
    circuit('er-6', {
      peerings: [{ id: 'p', name: 'AzurePrivatePeering', ipv6: { primaryPrefix: 'fd00:16::/126' } }],
    }),
  ])
  const answers = goodExpressRoute(around)
  expect(answers.circuits.map(({ peering }) => peering.primary6)).toEqual(['', ''])
  const asked = answers.circuits.map((one) => ({
    ...one,
    peering: { ...one.peering, addressing: 'both' as const },
  }))
  const { circuits } = settled({ ...answers, circuits: asked }, around)
  expect(circuits.map(({ peering: { primary6, secondary6 } }) => [primary6, secondary6])).toEqual([
    ['fd00:16::4/126', 'fd00:16::8/126'],
    ['fd00:16::c/126', 'fd00:16::10/126'],
  ])
})

test('the provider is told of the peering what has no error, and nothing where it makes it itself', () => {
  const [first] = goodExpressRoute(around).circuits
  if (!first) throw new Error('no circuit')
  const { asn, vlan, primary, secondary } = first.peering
  const wrong = [{ is: 'error', field: 'circuits.0.peering.vlan' }] as const
  expect(peeringMeant(first, 0, wrong)).toEqual({ asn, links: [primary, secondary] })
  expect(peeringMeant(first, 1, wrong)).toEqual({ asn, vlan, links: [primary, secondary] })
  expect(peeringMeant({ ...first, peering: { ...first.peering, by: 'provider' } }, 0, [])).toEqual({})
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
