import { describe, expect, test } from 'vitest'
import { advise } from './advise.ts'
import type { Answers } from './answers.ts'
import type { CandidateId } from './candidates.ts'
import { told } from './told.fixture.ts'

interface Example {
  scenario: string
  answers: Answers
  /** Exactly those that the answers rule out. */
  excluded: CandidateId[]
  first: CandidateId
  /** As near as makes no difference, beside the first. */
  close?: CandidateId[]
  /** The size of parts. */
  parts?: Record<string, string>
  reason: RegExp
}

/** Choosing a solution, section 6, in its order. */
const EXAMPLES: Example[] = [
  {
    scenario: 'a start-up with one office, 80 Mbps and 20 people, in days, for little money',
    answers: told(
      { peak: ['500m'], sites: ['10'], users: ['500'], time: ['days'] },
      { exact: { peak: 80, sites: 1, users: 20 }, weights: { cost: 5 } },
    ),
    excluded: ['er', 'erMetro', 'erMax', 'erVpn', 'wanEr', 'wanBoth'],
    first: 'vpn',
    parts: { 'VPN gateway': 'VpnGw1AZ, active-active' },
    reason: /least to pay/,
  },
  {
    scenario: 'a retailer with 420 shops of 20 Mbps over SD-WAN, two regions, a central firewall',
    answers: told(
      { sites: ['1000'], size: ['100m'], sdwan: ['yes'], regions: ['3'], demands: ['inspection'] },
      { exact: { sites: 420, size: 20 } },
    ),
    excluded: ['vpn'],
    first: 'wanVpn',
    parts: {
      'VPN gateway of the hub':
        '17 scale units for 420 sites with 8.4 Gbps together, 21 with a fifth of head-room',
    },
    reason: /1,000 VPN connections/,
  },
  {
    scenario: 'a bank: no Internet, regulated, minutes, a city may be lost, 5 Gbps, encrypted',
    answers: told(
      {
        peak: ['10g'],
        internet: ['never'],
        demands: ['encryption', 'ports'],
        outage: ['minutes'],
        survive: ['city'],
      },
      { exact: { peak: 5000 } },
    ),
    // The document leaves Virtual WAN with ExpressRoute in.
    excluded: ['vpn', 'er', 'erMetro', 'erVpn', 'wanVpn', 'wanBoth'],
    first: 'erMax',
    parts: {
      ports: 'ExpressRoute Direct, 10 Gbps for each circuit',
      'each of two circuits': '5 Gbps, Standard, Metered',
      'ExpressRoute gateway': 'ErGw3AZ',
    },
    reason: /Two private paths|Two circuits/,
  },
  {
    scenario:
      'a manufacturer with one plant: 300 Mbps for its ERP, steady, hours can be borne, a VPN is backup enough',
    answers: told(
      // "One plant" is a site, although the document's list of rules leaves rule 11 out.
      { peak: ['500m'], latency: ['steady'], sites: ['10'], outage: ['hours'], backup: ['yes'] },
      { exact: { peak: 300 } },
    ),
    excluded: [],
    first: 'erVpn',
    close: ['erMetro', 'er'],
    reason: /smaller load over the VPN is enough.*second path takes over/,
  },
  {
    scenario: 'a media house: 120 TB out of one region next to its peering location, 2 Gbps, Metro offered',
    answers: told(
      { peak: ['10g'], egress: ['more'], regions: ['1'], provider: ['metro'] },
      { exact: { peak: 2000 }, place: { region: 'westeurope', location: 'Amsterdam Metro' } },
    ),
    excluded: [],
    first: 'erMetro',
    parts: { circuit: '2 Gbps, Local, Unlimited' },
    reason: /standard circuit|50 Mbps to 10 Gbps/,
  },
  {
    scenario: 'the same without Metro',
    answers: told(
      { peak: ['10g'], egress: ['more'], regions: ['1'], provider: ['yes'] },
      { exact: { peak: 2000 }, place: { region: 'westeurope', location: 'Amsterdam' } },
    ),
    excluded: ['erMetro'],
    first: 'er',
    parts: { circuit: '2 Gbps, Local, Unlimited' },
    reason: /tier Local/,
  },
  {
    scenario: 'analytics at 30 Gbps into one region, in weeks',
    answers: told({ peak: ['more'], time: ['weeks'] }, { exact: { peak: 30_000 } }),
    excluded: ['vpn', 'wanVpn', 'wanEr', 'wanBoth'],
    first: 'erMax',
    parts: {
      ports: 'ExpressRoute Direct, 100 Gbps for each circuit',
      'each of two circuits': '40 Gbps, Standard, Metered',
      'ExpressRoute gateway': 'ErGwScale with 40 scale units, or FastPath',
    },
    reason: /100 Gbps each on ports of your own/,
  },
  {
    scenario:
      'a global company: 60 branches on three continents, 15,000 people, branch to branch, a central firewall',
    answers: told(
      { sites: ['1000'], users: ['more'], regions: ['more'], branches: ['yes'], demands: ['inspection'] },
      { exact: { sites: 60, users: 15_000 } },
    ),
    excluded: ['vpn'],
    first: 'wanBoth',
    parts: { 'point-to-site gateway of the hub': '40 scale units, for up to 20,000 people' },
    reason: /1,000 branches and 100,000 people|One policy/,
  },
  {
    scenario: 'a site for disaster recovery: 1 Gbps, a city may be lost, Metro in one city',
    answers: told(
      { peak: ['1250m'], survive: ['site', 'city'], provider: ['metro'] },
      { exact: { peak: 1000 } },
    ),
    excluded: ['vpn', 'er', 'erMetro'],
    first: 'erMax',
    parts: { 'each of two circuits': '1 Gbps, Standard, Metered' },
    reason: /Survives the loss of a peering location/,
  },
]

/** What nobody asks for does not let the largest solution win for the smallest need. */
describe('everyday cases', () => {
  const shop = { sites: ['10'], peak: ['500m'], internet: ['yes'] }
  const shops = { sites: ['1000'], size: ['100m'], sdwan: ['yes'], internet: ['yes'], team: ['small'] }
  test.each<[string, Answers['given'], CandidateId]>([
    ['one office, three answers', shop, 'vpn'],
    ['one office, five', { ...shop, regions: ['1'], latency: ['best-effort'] }, 'vpn'],
    [
      'one office, ten',
      {
        ...shop,
        flow: ['1250m'],
        size: ['1g'],
        users: ['500'],
        sdwan: ['no'],
        branches: ['no'],
        regions: ['1'],
      },
      'vpn',
    ],
    ['some tens of sites', { sites: ['29'], peak: ['500m'], internet: ['yes'] }, 'wanVpn'],
    ['many shops', shops, 'wanVpn'],
    ['many small sites', { sites: ['1000'], size: ['100m'] }, 'wanVpn'],
    [
      'many small sites that may be down for hours',
      { sites: ['1000'], size: ['100m'], internet: ['yes'], latency: ['best-effort'], outage: ['hours'] },
      'wanVpn',
    ],
    ['many shops, a firewall', { ...shops, demands: ['inspection'], latency: ['best-effort'] }, 'wanVpn'],
    ['a few milliseconds', { latency: ['single-digit'] }, 'erMax'],
    [
      'a circuit’s load, a site',
      { peak: ['10g'], sites: ['10'], regions: ['1'], provider: ['metro'] },
      'erMetro',
    ],
    [
      'two cities, never over the Internet',
      { peak: ['10g'], latency: ['single-digit'], survive: ['city'], internet: ['never'] },
      'erMax',
    ],
  ])('%s: %s', (_, given, first) => {
    const [best, second] = advise(told(given)).ranking
    expect(best?.candidate.id).toBe(first)
    expect(best?.total).toBeGreaterThan(second?.total ?? 0)
  })

  test('with circuits that two locations cost twice, a hub still may have them', () => {
    const { ranking } = advise(told({ internet: ['never'], survive: ['city'], demands: ['inspection'] }))
    const hub = ranking.find(({ candidate }) => candidate.id === 'wanEr')
    expect(hub?.notes.join(' ')).toMatch(/two cities/)
    expect(hub?.factors.find(({ factor }) => factor === 'cost')?.score).toBe(1)
  })
})

describe('worked examples', () => {
  test.each(EXAMPLES)('$scenario: $first', ({ answers, excluded, first, close, parts, reason }) => {
    const advice = advise(answers)
    expect(advice.excluded.map(({ candidate }) => candidate.id)).toEqual(excluded)
    const [best] = advice.ranking
    expect(best?.candidate.id).toBe(first)
    if (close) expect(advice.close).toEqual(expect.arrayContaining(close))
    expect(
      Object.fromEntries((best?.parts ?? []).map(({ part, size }) => [part, size.replaceAll('\u2009', ' ')])),
    ).toMatchObject(parts ?? {})
    expect(best?.reasonsFor.map(({ text }) => text).join(' ')).toMatch(reason)
  })

  test('the global company: every factor above 3 but cost', () => {
    const example = EXAMPLES.find(({ first }) => first === 'wanBoth')
    const [best] = advise(example?.answers ?? told({})).ranking
    expect(best?.factors.filter(({ score }) => score <= 3).map(({ factor }) => factor)).toEqual(['cost'])
  })

  test('Metro alone is refused for the loss of a city, by rule 41', () => {
    const { excluded } = advise(told({ survive: ['city'], provider: ['metro'] }))
    const metro = excluded.find(({ candidate }) => candidate.id === 'erMetro')
    expect(metro?.exclusions.map(({ rule }) => rule.id)).toEqual(['41'])
  })

  test('without a single answer every candidate is ranked by the scores alone', () => {
    const { ranking, excluded, fired } = advise(told({}))
    expect(ranking.map(({ candidate }) => candidate.id)).toEqual([
      'erMax',
      'wanBoth',
      'wanEr',
      'erMetro',
      'er',
      'wanVpn',
      'erVpn',
      'vpn',
    ])
    expect(ranking.map(({ total }) => Math.round(total * 7))).toEqual([28, 28, 26, 25, 24, 23, 23, 18])
    expect([excluded, fired]).toEqual([[], []])
  })
})
