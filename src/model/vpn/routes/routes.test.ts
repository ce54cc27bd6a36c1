import { describe, expect, test } from 'vitest'
import type { GatewayRoute } from '../../diagnostics/gateway-route.ts'
import { compareRoutes, sidesOf } from './compare-routes.ts'
import { route } from './route.fixture.ts'

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
