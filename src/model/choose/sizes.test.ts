import { describe, expect, test } from 'vitest'
import { type Given, NO_PLACE, type Place } from './answers.ts'
import type { CandidateId } from './candidates.ts'
import { composition } from './composition.ts'
import {
  circuitSize,
  circuitTier,
  erGateway,
  hubErUnits,
  hubPeopleUnits,
  hubVpnUnits,
  needsPorts,
  vpnSku,
} from './sizes.ts'
import { startsOf } from './start-of.ts'
import { told } from './told.fixture.ts'

const peak = (answer: string, mbps?: number, more: Given = {}) =>
  told({ peak: [answer], ...more }, mbps === undefined ? {} : { exact: { peak: mbps } })

describe('sizes', () => {
  test.each([
    [peak('500m', 80), 'VpnGw1AZ', 'provider 100', 'ErGw1AZ'],
    [peak('500m'), 'VpnGw1AZ', 'provider 500', 'ErGw1AZ'],
    [peak('1250m'), 'VpnGw2AZ', 'provider 2000', 'ErGw2AZ'],
    [peak('10g', 5000), 'VpnGw4AZ', 'provider 5000', 'ErGw3AZ'],
    [peak('10g', 5000, { demands: ['ports'] }), 'VpnGw4AZ', 'direct 5000', 'ErGw3AZ'],
    [peak('10g', 1300, { provider: ['direct'] }), 'VpnGw3AZ', 'direct 2000', 'ErGw2AZ'],
    [peak('20g', 12_000), undefined, 'direct 40000', 'ErGwScale 40'],
    [peak('more', 30_000), undefined, 'direct 40000', 'ErGwScale 40'],
    [peak('more', 60_000), undefined, 'direct 100000', undefined],
    [peak('more'), undefined, undefined, undefined],
    [told({}), undefined, undefined, undefined],
    [told({ sites: ['29'], users: ['10000'] }), 'VpnGw5AZ', undefined, undefined],
  ])('%#', (answers, sku, size, gateway) => {
    const found = circuitSize(answers)
    const chosen = erGateway(answers)
    expect(vpnSku(answers)?.sku).toBe(sku)
    expect(found && `${found.port} ${found.mbps}`).toBe(size)
    expect(chosen && [chosen.sku, chosen.units].filter((one) => one !== undefined).join(' ')).toBe(gateway)
  })

  test('more than providers sell takes own ports, also where nobody told how much', () => {
    expect(['500m', '1250m', '10g', '20g', 'more'].filter((answer) => needsPorts(peak(answer)))).toEqual([
      '20g',
      'more',
    ])
    expect(composition('er', peak('more'))).toEqual([
      { part: 'ExpressRoute gateway', size: 'with FastPath, so that traffic does not pass through it' },
    ])
  })

  const near = { region: 'westeurope', location: 'Amsterdam' }
  const pays = { egress: ['more'], regions: ['1'] }
  test.each<[CandidateId, Given, Partial<Place>, string]>([
    ['er', pays, near, 'Local'],
    ['erMetro', pays, { ...near, location: 'Amsterdam Metro' }, 'Local'],
    ['wanEr', pays, near, 'Local'],
    ['er', pays, {}, 'Local where offered'],
    ['er', pays, { location: 'Amsterdam' }, 'Local where offered'],
    ['er', pays, { region: 'westeurope' }, 'Local where offered'],
    ['er', pays, { ...near, location: 'Nowhere' }, 'Local where offered'],
    ['er', { ...pays, demands: ['ports'] }, near, 'Local where offered'],
    ['er', pays, { location: 'Atlanta' }, 'Standard'],
    ['er', pays, { ...near, region: 'northeurope' }, 'Standard'],
    ['erMax', pays, near, 'Standard'],
    ['erMax', pays, {}, 'Standard'],
    ['wanBoth', pays, near, 'Local'],
    ['wanBoth', { ...pays, survive: ['city'] }, near, 'Standard'],
    ['er', { egress: ['more'] }, near, 'Standard'],
    ['er', { ...pays, branches: ['yes'] }, near, 'Standard'],
    ['erMax', { regions: ['more'] }, near, 'Premium'],
    ['er', { ...pays, extras: ['m365'] }, near, 'Premium'],
  ])('%s, %j, %j is tier %s, and only what is sure is carried', (id, given, place, tier) => {
    const answers = { ...told(given), place: { ...NO_PLACE, ...place } }
    expect(circuitTier(id, answers)).toBe(tier)
    const carried = startsOf(id, answers).at(-1)?.to ?? ''
    expect(new URL(carried, 'https://hub.example').searchParams.get('tier')).toBe(
      tier === 'Local' || tier === 'Premium' ? tier : null,
    )
  })

  test('two circuits into a hub are said as two', () => {
    const parts = composition('wanBoth', peak('10g', 5000, { survive: ['city'] }))
    expect(parts.map(({ part }) => part)).toContain('each of two circuits')
  })

  test('a hub: units for sites, for people and for circuits', () => {
    const many = told({ sites: ['more'], size: ['100m'] }, { exact: { sites: 2500, size: 10 } })
    expect(hubVpnUnits(many)).toMatchObject({ units: 50, withHeadRoom: 60, hubs: 3 })
    expect(hubVpnUnits(told({ sites: ['1000'], size: ['100m'] }))).toBeUndefined()
    expect(hubErUnits(peak('1250m'))).toBe(2)
    expect(hubErUnits(peak('20g', 19_000))).toBe(10)
    expect(hubErUnits(peak('more', 21_000))).toBeUndefined()
    const people = [20, 501, 5001, 10_001, 90_000].map((users) =>
      hubPeopleUnits(
        told({ users: [users > 10_000 ? 'more' : users > 500 ? '10000' : '500'] }, { exact: { users } }),
      ),
    )
    expect(people.map((found) => found?.units)).toEqual([1, 4, 11, 40, 180])
  })
})
