import { expect, test } from 'vitest'
import { aroundExpressRoute, goodExpressRoute } from '../../../tests/support/express-route.ts'
import { touching } from '../wizard/touched.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { withOtherCircuit } from './other-circuit.ts'
import { made, names, VNET } from './set-up.fixture.ts'
import { SET_UP_TAGS, setUpTags } from './set-up-tags.ts'
import { settled } from './settled.ts'
import { startingAnswers } from './starting-answers.ts'

const TAGGED = made('er-a', {
  tier: 'Premium',
  tags: { [SET_UP_TAGS.layer3]: 'provider' },
  peerings: [
    {
      id: 'm',
      name: 'MicrosoftPeering',
      peerASN: 3320,
      vlanId: 311,
      primaryPrefix: '203.0.113.0/30',
      secondaryPrefix: '203.0.113.4/30',
      microsoft: { prefixes: ['198.51.100.0/24'] },
    },
  ],
})
const PLAIN = made('er-b', { tier: 'Premium', tags: {} })
const WISHED = made('er-c', { tier: 'Premium', tags: { [SET_UP_TAGS.microsoft]: 'wanted' } })
const ALL = [TAGGED, PLAIN, WISHED]
const around = aroundExpressRoute([VNET, ...ALL])
const begun = goodExpressRoute(around, { resiliency: 'standard' }, { networkId: VNET.id })

const choosing = (answers: Answers, change: Partial<Pick<CircuitAnswers, 'use' | 'existing'>>) =>
  settled(touching(withOtherCircuit(answers, 0, change, around), 'circuits.0.existing'), around)
const first = ({ circuits: [circuit] }: Answers): CircuitAnswers => {
  if (!circuit) throw new Error('no circuit')
  return circuit
}

test('who runs layer 3 goes with the circuit that says so', () => {
  const withA = choosing(begun, { use: 'existing', existing: TAGGED.id })
  expect(first(withA).peering.by).toBe('provider')
  const withB = choosing(withA, { existing: PLAIN.id })
  expect(first(withB).peering.by).toBe('customer')
  expect(names(withB, ALL, 'connect')).toContain('AzurePrivatePeering')
  // Nobody said it of the one that is ordered instead, nor what was said of another.
  for (const from of [withA, touching(withA, 'circuits.0.peering.by')]) {
    const ordered = choosing(from, { use: 'new' })
    expect(setUpTags(ordered, first(ordered), undefined)).not.toHaveProperty([SET_UP_TAGS.layer3])
  }
})

test('what was read of a Microsoft peering is not planned on another circuit', () => {
  const found = startingAnswers({ circuitId: TAGGED.id }, around)
  expect(first(found).microsoft).toMatchObject({ wanted: true, vlan: '311' })
  const other = choosing(found, { existing: PLAIN.id })
  expect(first(other).microsoft).toMatchObject({ wanted: false, primary: '', prefixes: '' })
  expect(names(other, ALL, 'connect')).not.toContain('MicrosoftPeering')
  expect(first(choosing(found, { existing: WISHED.id })).microsoft.wanted).toBe(true)
})

test('what somebody typed stays, and the same circuit changes nothing', () => {
  const typed = touching(
    {
      ...begun,
      circuits: begun.circuits.map((one) => ({
        ...one,
        peering: { ...one.peering, vlan: '77' },
        microsoft: { ...one.microsoft, wanted: true, primary: '203.0.113.0/30' },
      })),
    },
    'microsoft',
    'circuits.0.peering.vlan',
    'circuits.0.microsoft.primary',
  )
  expect(first(choosing(typed, { use: 'existing', existing: PLAIN.id }))).toMatchObject({
    peering: { vlan: '77' },
    microsoft: { wanted: true, primary: '203.0.113.0/30' },
  })
  expect(withOtherCircuit(typed, 0, { use: 'new' }, around)).toEqual(typed)
})
