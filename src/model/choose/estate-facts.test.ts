import { describe, expect, test } from 'vitest'
import { circuit, gateway, hub, inventory, network, SUBSCRIPTION } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import type { Resource } from '../resources/resource.ts'
import { advise } from './advise.ts'
import type { CandidateId } from './candidates.ts'
import { estateFacts, isPartlyRead, ownedWords } from './estate-facts.ts'
import { told } from './told.fixture.ts'

const estateOf = (...resources: Resource[]) =>
  buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 'Connectivity', state: 'Enabled' }],
    [inventory(resources)],
  )
const factsOf = (...resources: Resource[]) => estateFacts(estateOf(...resources))

const AMS = circuit('erc-ams', { peeringLocation: 'Amsterdam' })
const FRA = circuit('erc-fra', { peeringLocation: 'Frankfurt' })
const WAITING = circuit('erc-new', {
  peeringLocation: 'Amsterdam',
  serviceProviderProvisioningState: 'NotProvisioned',
})

const costOf = (id: CandidateId, facts: Parameters<typeof advise>[1], answers = told({})) => {
  const { ranking, excluded } = advise(answers, facts)
  return [...ranking, ...excluded]
    .find(({ candidate }) => candidate.id === id)
    ?.factors.find(({ factor }) => factor === 'cost')?.score
}

describe('what an estate has', () => {
  test('hubs, circuits, gateways of both kinds; no Route Server, nothing else', () => {
    const facts = factsOf(
      hub('vhub-weu'),
      hub('rs', { hubKind: 'RouteServer' }),
      gateway('vgw'),
      gateway('ergw', { gatewayType: 'ExpressRoute' }),
      AMS,
      WAITING,
      network('vnet'),
    )
    expect(facts.hubs.map(({ name, at }) => [name, at])).toEqual([['vhub-weu', 'West Europe']])
    expect(facts.circuits.map(({ name, carries }) => [name, carries])).toEqual([
      ['erc-ams', true],
      ['erc-new', false],
    ])
    expect(ownedWords(facts)).toBe('1 VPN gateway, 2 circuits, 1 ExpressRoute gateway and 1 virtual hub')
    expect(ownedWords(factsOf(network('vnet')))).toBe('')
  })

  test.each<[string, Resource[], CandidateId, number]>([
    ['a hub', [hub('vhub')], 'wanVpn', 5],
    ['a circuit that carries', [AMS], 'er', 4],
    ['a circuit that waits', [WAITING], 'er', 3],
    ['circuits in two cities', [AMS, FRA], 'erMax', 2],
    ['two circuits in one city', [AMS, circuit('erc-2', { peeringLocation: 'Amsterdam2' })], 'erMax', 1],
    ['a Metro circuit', [circuit('erc-m', { peeringLocation: 'Amsterdam Metro' })], 'erMetro', 4],
    ['a VPN gateway', [gateway('vgw')], 'erVpn', 3],
    ['nothing', [], 'wanVpn', 4],
  ])('%s: what is paid already costs less', (_, resources, id, cost) => {
    expect(costOf(id, factsOf(...resources))).toBe(cost)
  })

  test('a circuit that carries is there in days, and is worth a short while', () => {
    const soon = told({ time: ['days'], duration: ['short'] })
    const ruledOut = (facts: Parameters<typeof advise>[1], answers = soon) =>
      advise(answers, facts).excluded.map(({ candidate }) => candidate.id)
    expect(ruledOut(factsOf())).toEqual(['er', 'erMetro', 'erMax', 'erVpn', 'wanEr', 'wanBoth'])
    expect(ruledOut(factsOf(WAITING))).toEqual(ruledOut(factsOf()))
    expect(ruledOut(factsOf(AMS))).toEqual(['erMetro', 'erMax'])
    expect(ruledOut(factsOf(AMS, FRA))).toEqual(['erMetro'])
    expect(costOf('er', factsOf(AMS), soon)).toBe(4)
    expect(ruledOut(factsOf(AMS), { ...soon, countsEstate: false })).toEqual(ruledOut(factsOf()))
  })

  test.each<[string, Parameters<typeof told>, number]>([
    ['nothing told', [{}], 4],
    ['its own city', [{}, { place: { location: 'Amsterdam2' } }], 4],
    ['another city', [{}, { place: { location: 'Frankfurt' } }], 3],
    ['as much as it carries', [{ peak: ['1250m'] }, { exact: { peak: 1000 } }], 4],
    ['more than it carries', [{ peak: ['10g'] }], 3],
  ])('a circuit of 1 Gbps in Amsterdam counts where it fits: %s', (_, answers, cost) => {
    const facts = factsOf(circuit('erc-1', { peeringLocation: 'Amsterdam', bandwidthInMbps: 1000 }))
    expect(costOf('er', facts, told(...answers))).toBe(cost)
  })

  test.each<[string, Resource[], boolean]>([
    ['one circuit', [AMS], true],
    ['circuits in two cities', [AMS, FRA], false],
  ])('%s: what takes two waits for the second, in days', (_, resources, waits) => {
    const answers = told({ time: ['days'], outage: ['minutes'] })
    const out = advise(answers, factsOf(...resources)).excluded.map(({ candidate }) => candidate.id)
    expect(out.includes('wanEr')).toBe(waits)
    expect(costOf('wanEr', factsOf(...resources), answers)).toBe(waits ? 1 : 2)
  })

  test('circuits in two cities, none of them the one that was told, are no head start', () => {
    const at = (location: string) => told({}, { place: { location } })
    expect(costOf('erMax', factsOf(AMS, FRA), at('Frankfurt'))).toBe(2)
    expect(costOf('erMax', factsOf(AMS, FRA), at('London'))).toBe(1)
  })

  test('a weakness that it eases says so', () => {
    const { ranking } = advise(told({ sites: ['1000'] }), factsOf(hub('vhub'), AMS))
    const both = ranking.find(({ candidate }) => candidate.id === 'wanBoth')
    expect(both?.reasonsAgainst.find(({ factor }) => factor === 'cost')?.text).toMatch(/is there already\.$/)
  })

  test('says what there is, the first two by name', () => {
    const hubs = ['a', 'b', 'c', 'd'].map((name) => hub(`vhub-${name}`))
    const [first] = advise(told({ sites: ['1000'] }), factsOf(...hubs)).ranking
    expect(first?.owned).toEqual([
      'You have vhub-a in West Europe, vhub-b in West Europe and 2 more. The hour of a hub is paid already.',
    ])
  })
})

test.each([
  ['Microsoft.Network/*/read', true],
  ['Microsoft.Resources/subscriptions/read', true],
  ['Microsoft.Resources/subscriptions/resources/read', true],
  ['Microsoft.Network/virtualHubs/read', true],
  ['Microsoft.Network/expressRouteCircuits/read', true],
  ['Microsoft.Network/connections/read', false],
  ['Microsoft.Resources/tenants/read', false],
])('without %s what is there may be missing: %s', (action, isPartly) => {
  expect(isPartlyRead({ unreadable: [{ action }] })).toBe(isPartly)
  expect(isPartlyRead({ unreadable: [] })).toBe(false)
})
