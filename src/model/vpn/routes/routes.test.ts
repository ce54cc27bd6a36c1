import { describe, expect, test } from 'vitest'
import type { GatewayRoute } from '../../diagnostics/gateway-route.ts'
import { compareRoutes, sidesOf } from './compare-routes.ts'
import { ALL_ROUTES, filterRoutes, indexRoutes, valuesOf } from './filter-routes.ts'
import { routesCsv } from './routes-csv.ts'

function route(network: string, change: Partial<GatewayRoute> = {}): GatewayRoute {
  return {
    network,
    localAddress: '10.20.0.4',
    sourcePeer: '10.64.0.254',
    nextHop: '10.64.0.254',
    origin: 'EBgp',
    asPath: '64620',
    weight: 32_768,
    ...change,
  }
}

const ROUTES = [
  route('10.64.0.0/20'),
  route('10.66.0.0/16', { sourcePeer: '10.66.0.1', asPath: '64621' }),
  route('0.0.0.0/0', { sourcePeer: '10.66.0.1', asPath: '64621-64999' }),
  route('10.20.0.0/16', { origin: 'Network', sourcePeer: '10.20.0.4', nextHop: undefined, asPath: '' }),
  route('not a prefix', { localAddress: '10.20.0.5' }),
]

describe('filter', () => {
  test.each([
    [{}, 5],
    [{ search: '10.66' }, 2],
    [{ search: '10.64.3.9' }, 2],
    [{ search: '10.64.0.0/24' }, 2],
    [{ search: '64999' }, 1],
    [{ search: 'NOT A' }, 1],
    [{ peer: '10.66.0.1' }, 2],
    [{ origin: 'Network' }, 1],
    [{ at: '10.20.0.5' }, 1],
    [{ peer: '10.66.0.1', search: '10.20' }, 0],
  ])('%o leaves %d', (filter, count) => {
    expect(filterRoutes(indexRoutes(ROUTES), { ...ALL_ROUTES, ...filter })).toHaveLength(count)
  })

  test('its choices are what there is', () => {
    expect(valuesOf(ROUTES, 'origin')).toEqual(['EBgp', 'Network'])
    expect(valuesOf(ROUTES, 'localAddress')).toEqual(['10.20.0.4', '10.20.0.5'])
  })

  test('of the 4,000 routes a gateway may have, those are found that an address is in', () => {
    const many = Array.from({ length: 4_000 }, (_, at) => route(`10.${at >> 8}.${at & 255}.0/24`))
    const found = filterRoutes(indexRoutes(many), { ...ALL_ROUTES, search: '10.3.7.9' })
    expect(found.map(({ network }) => network)).toEqual(['10.3.7.0/24'])
  })
})

describe('comparison of two peers', () => {
  const [one, other] = [
    { sourcePeer: 'a', localAddress: 'x' },
    { sourcePeer: 'b', localAddress: 'x' },
  ]
  const at = (sourcePeer: string, network: string, change: Partial<GatewayRoute> = {}) =>
    route(network, { sourcePeer, localAddress: 'x', nextHop: sourcePeer, ...change })

  test('what each has alone, what differs, and how many are the same', () => {
    const compared = compareRoutes(
      [
        at('a', '10.1.0.0/16'),
        at('b', '10.1.0.0/16'),
        at('a', '10.2.0.0/16'),
        at('b', '10.3.0.0/16'),
        at('a', '10.4.0.0/16', { asPath: '64620' }),
        at('b', '10.4.0.0/16', { asPath: '64620-64620' }),
        at('c', '10.9.0.0/16'),
      ],
      one,
      other,
    )
    expect(compared.onlyOne.map(({ network }) => network)).toEqual(['10.2.0.0/16'])
    expect(compared.onlyOther.map(({ network }) => network)).toEqual(['10.3.0.0/16'])
    expect(compared.differing.map(({ network }) => network)).toEqual(['10.4.0.0/16'])
    expect(compared.same).toBe(1)
  })

  test('nothing is lost where members are missing', () => {
    const compared = compareRoutes([{ network: '10.1.0.0/16' }], { sourcePeer: '', localAddress: '' }, other)
    expect(compared.onlyOne).toHaveLength(1)
    expect(sidesOf([{ network: '10.1.0.0/16' }])).toEqual([{ sourcePeer: '', localAddress: '' }])
  })

  test('peers outside Azure come first', () => {
    const sides = sidesOf([at('a', '10.1.0.0/16', { origin: 'Network' }), at('b', '10.2.0.0/16')])
    expect(sides.map(({ sourcePeer }) => sourcePeer)).toEqual(['b', 'a'])
  })

  test('one peer at two instances is two sides', () => {
    const sides = sidesOf([at('a', '10.1.0.0/16'), at('a', '10.1.0.0/16', { localAddress: 'y' })])
    expect(sides).toHaveLength(2)
  })
})

test('the CSV holds what is shown, and no cell a spreadsheet would run', () => {
  const text = routesCsv([route('10.1.0.0/16', { origin: '=cmd()', weight: undefined })])
  expect(text).toBe(
    "Network,Next hop,Source peer,Origin,AS path,Weight,Local address\r\n10.1.0.0/16,10.64.0.254,10.64.0.254,'=cmd(),64620,,10.20.0.4\r\n",
  )
})
