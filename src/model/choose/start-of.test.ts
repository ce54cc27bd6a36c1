import { describe, expect, test } from 'vitest'
import { aroundExpressRoute } from '../../../tests/support/express-route.ts'
import { circuit } from '../../../tests/support/resources.ts'
import { surroundings, VNET } from '../../../tests/support/surroundings.ts'
import { readCarriedToExpressRoute } from '../express-route/carried.ts'
import { settled } from '../express-route/settled.ts'
import { startingAnswers as startExpressRoute } from '../express-route/starting-answers.ts'
import { readCarriedToSiteToSite } from '../site-to-site/carried.ts'
import { startingAnswers as startSiteToSite } from '../site-to-site/starting-answers.ts'
import { startingAnswers as startBranch } from '../branch/starting-answers.ts'
import { type Answers, NO_PLACE, type Place } from './answers.ts'
import { CANDIDATES, type CandidateId } from './candidates.ts'
import { BRANCH_PATH, startsOf } from './start-of.ts'
import { told } from './told.fixture.ts'

const at = (answers: Answers, place: Partial<Place>): Answers => ({
  ...answers,
  place: { ...NO_PLACE, ...place },
})

function searchOf(id: CandidateId, answers: Answers, which = 0): URLSearchParams {
  const to = startsOf(id, answers)[which]?.to ?? ''
  return new URL(to, 'https://hub.example').searchParams
}

/** What the wizard begins with, once providers and regions are read. */
function expressRoute(id: CandidateId, answers: Answers, which = 0) {
  const around = aroundExpressRoute([
    circuit('erc-1', { serviceProviderName: 'Equinix' }),
    circuit('erc-2', { serviceProviderName: 'Megaport' }),
  ])
  const carried = readCarriedToExpressRoute(searchOf(id, answers, which))
  const before = startExpressRoute({ setUp: 'a', carried }, { ...around, providers: { is: 'reading' } })
  return settled(before, around)
}

function siteToSite(answers: Answers, networkId?: string) {
  const carried = readCarriedToSiteToSite(searchOf('vpn', answers))
  return startSiteToSite({ carried, ...(networkId !== undefined && { networkId }) }, surroundings([VNET]))
}

describe('where each candidate begins', () => {
  test.each<[CandidateId, string[]]>([
    ['vpn', ['/create/site-to-site/goal']],
    ['er', ['/create/expressroute/resiliency?resiliency=standard&port=provider&to=network']],
    ['erMetro', ['/create/expressroute/resiliency?resiliency=high&port=provider&to=network']],
    ['erMax', ['/create/expressroute/resiliency?resiliency=maximum&port=provider&to=network']],
    [
      'erVpn',
      [
        '/create/site-to-site/goal',
        '/create/expressroute/resiliency?resiliency=standard&port=provider&to=network',
      ],
    ],
    ['wanVpn', [BRANCH_PATH]],
    ['wanEr', ['/create/expressroute/resiliency?resiliency=standard&port=provider&to=hub']],
    ['wanBoth', [BRANCH_PATH, '/create/expressroute/resiliency?resiliency=standard&port=provider&to=hub']],
  ])('%s', (id, paths) => {
    expect(startsOf(id, told({})).map(({ to }) => to)).toEqual(paths)
  })

  test('answers without a place, a size or a demand carry nothing more', () => {
    for (const id of CANDIDATES) expect(searchOf(id, told({})).has('mbps')).toBe(false)
  })
})

describe('what the site-to-site wizard begins with', () => {
  const answers = at(told({ peak: ['10g'] }, { exact: { peak: 2000 } }), {
    region: 'westus',
    devices: '2',
    vendor: 'fortigate',
  })

  test('region, devices with BGP, the device’s maker, a gateway that carries the peak', () => {
    const begun = siteToSite(answers)
    expect(begun.goal).toMatchObject({ gateway: 'new', devices: 2, routing: 'bgp' })
    expect(begun.network).toMatchObject({ region: 'westus', network: { is: 'new', name: 'vnet-hub-wus' } })
    expect(begun.gateway).toMatchObject({ sku: 'VpnGw3AZ', generation: 'Generation2', name: 'vgw-wus' })
    expect(begun.device.vendor).toBe('fortigate')
    expect(begun.sites).toHaveLength(2)
  })

  test('a virtual network keeps its own region', () => {
    expect(siteToSite(answers, VNET.id).network).toMatchObject({
      region: 'westeurope',
      network: { is: 'existing', id: VNET.id },
    })
  })

  test('nothing carried: what it begins with by itself', () => {
    expect(siteToSite(told({}))).toEqual(startSiteToSite({}, surroundings([VNET])))
  })

  test.each([
    'region=../x&devices=9&vendor=<b>&sku=Basic&generation=Generation2',
    'sku=VpnGw2AZ',
    'devices=2%00&region=',
  ])('%s carries nothing', (search) => {
    expect(readCarriedToSiteToSite(new URLSearchParams(search))).toEqual({})
  })
})

test('a site may join a VPN gateway that is there, where what is there counts', () => {
  const owned = { vpnGateways: ['a', 'b', 'c'].map((name) => ({ id: `/x/${name}`, name, at: '' })) }
  const answers = at(told({}), { region: 'westeurope', vendor: 'fortigate' })
  expect(startsOf('vpn', answers, owned).slice(1)).toEqual([
    {
      label: 'Connect a site to a',
      to: '/create/site-to-site/goal?vendor=fortigate&gateway=%2Fx%2Fa',
      instead: true,
    },
    {
      label: 'Connect a site to b',
      to: '/create/site-to-site/goal?vendor=fortigate&gateway=%2Fx%2Fb',
      instead: true,
    },
  ])
  expect(startsOf('vpn', { ...answers, countsEstate: false }, owned)).toHaveLength(1)
})

test('where the VPN only stands in, the circuits come first', () => {
  const [first] = startsOf('wanBoth', told({ internet: ['backup'] }))
  expect(first?.label).toBe('Set up ExpressRoute')
})

test('a branch begins with the region, and a gateway with the scale units of each hub', () => {
  const shops = (sites: number) =>
    at(told({ sites: [sites > 1000 ? 'more' : '1000'], size: ['100m'] }, { exact: { sites, size: 20 } }), {
      region: 'westeurope',
    })
  expect(startsOf('wanVpn', shops(420))[0]?.to).toBe(`${BRANCH_PATH}?region=westeurope&units=21`)
  // 40 Gbps with head-room 48: three hubs of 20 Gbps.
  expect(searchOf('wanVpn', shops(2000)).get('units')).toBe('32')
  const around = surroundings([])
  expect(startBranch({ region: 'westeurope', units: '21' }, around).gateway.units).toBe('21')
  expect(startBranch({ region: 'westeurope' }, around).gateway.units).not.toBe('21')
})

describe('what the ExpressRoute wizard begins with', () => {
  const media = at(told({ peak: ['10g'], egress: ['more'], regions: ['1'] }, { exact: { peak: 1500 } }), {
    region: 'westeurope',
    location: 'Amsterdam',
  })

  test('one circuit: its location, a provider that is there, the size that is sold, Local', () => {
    const { goal, circuits, gateway } = expressRoute('er', media)
    expect(goal).toMatchObject({ resiliency: 'standard', port: 'provider', to: 'network' })
    expect(circuits).toHaveLength(1)
    expect(circuits[0]).toMatchObject({
      region: 'westeurope',
      location: 'Amsterdam',
      provider: 'Equinix',
      bandwidth: '2000',
      tier: 'Local',
      family: 'UnlimitedData',
    })
    expect(gateway).toMatchObject({ region: 'westeurope', sku: 'ErGw2AZ' })
  })

  test('Metro: the Metro location of the city', () => {
    expect(expressRoute('erMetro', media).circuits[0]).toMatchObject({
      location: 'Amsterdam Metro',
      provider: 'Equinix',
    })
  })

  test('maximum: two circuits of that size, the second in another city', () => {
    const { circuits } = expressRoute(
      'erMax',
      at(told({ peak: ['1250m'] }, { exact: { peak: 1000 } }), { location: 'Amsterdam Metro' }),
    )
    expect(circuits.map(({ bandwidth }) => bandwidth)).toEqual(['1000', '1000'])
    expect(circuits[0]?.location).toBe('Amsterdam')
    expect(circuits[1]).toMatchObject({ provider: 'Megaport', location: 'Frankfurt' })
  })

  test('own ports, and no location, since a port has its own', () => {
    const bank = at(told({ peak: ['10g'], demands: ['ports'] }, { exact: { peak: 5000 } }), {
      location: 'Amsterdam',
    })
    const { goal, circuits } = expressRoute('erMax', bank)
    expect(goal.port).toBe('direct')
    expect(searchOf('erMax', bank).has('location')).toBe(false)
    expect(circuits.map(({ gbps }) => gbps)).toEqual(['5', '5'])
  })

  test('a hub that has to survive a city takes two circuits', () => {
    const { goal, circuits } = expressRoute('wanBoth', told({ survive: ['city'] }), 1)
    expect(goal).toMatchObject({ to: 'hub', resiliency: 'maximum' })
    expect(circuits).toHaveLength(2)
  })

  test('a hub’s gateway has the units that were reckoned', () => {
    const { gateway } = expressRoute('wanEr', told({ peak: ['10g'] }))
    expect(gateway.units).toEqual({ min: '5', max: '5' })
    expect(searchOf('er', told({ peak: ['10g'] })).has('units')).toBe(false)
  })

  test('nothing carried: what it begins with by itself', () => {
    const around = aroundExpressRoute()
    expect(startExpressRoute({ setUp: 'a', carried: {} }, around)).toEqual(
      startExpressRoute({ setUp: 'a' }, around),
    )
  })

  test.each([
    'resiliency=most&port=own&to=moon&tier=Gold&plan=free',
    'region=West%20Europe&location=<script>&mbps=1e9',
    `location=${'a'.repeat(500)}&mbps=`,
  ])('%.60s carries nothing', (search) => {
    expect(readCarriedToExpressRoute(new URLSearchParams(search))).toEqual({})
  })
})
