import { describe, expect, test } from 'vitest'
import {
  circuit,
  connection,
  gateway,
  idOf,
  inventory,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import type { ExpressRouteConnection, ExpressRouteGateway } from '../resources/expressroute.ts'
import {
  circuitConnectionEdit,
  circuitConnectionProblems,
  typedCircuitConnection,
} from './circuit-connection.ts'
import { bodyOf } from './edit.ts'
import { scaleEdit, scaleProblems, typedScale, whyNoScale } from './scale-units.ts'
import { isSmaller, skuMoves } from './sku.ts'

const of = (sku: string, units?: object) =>
  gateway('ergw', {
    gatewayType: 'ExpressRoute',
    sku,
    body: { properties: { autoScaleConfiguration: units === undefined ? {} : { bounds: { ...units } } } },
  })

/** ExpressRoute document 4.3. */
describe('a change of SKU', () => {
  test.each([
    ['Standard', ['HighPerformance', 'UltraPerformance']],
    ['HighPerformance', ['Standard', 'UltraPerformance']],
    ['ErGw1AZ', ['ErGw2AZ', 'ErGw3AZ', 'ErGwScale']],
    ['ErGw2AZ', ['ErGw1AZ', 'ErGw3AZ', 'ErGwScale']],
    ['ErGw3AZ', ['ErGwScale']],
    ['ergw3az', ['ErGwScale']],
  ])('from %s', (sku, wanted) => {
    const moves = skuMoves(of(sku))
    expect(moves.is === 'some' ? moves.moves.map((one) => one.sku) : []).toEqual(wanted)
  })

  test.each([
    ['UltraPerformance', /guided migration/],
    ['ErGwScale', /scale units alone/],
    ['', /No change/],
  ])('none from %j', (sku, why) =>
    expect(skuMoves(of(sku))).toEqual({ is: 'none', why: expect.stringMatching(why) as string }),
  )

  test('downwards is said, to scale is not', () => {
    expect(isSmaller(of('ErGw2AZ'), { sku: 'ErGw1AZ', is: 'resize' })).toBe(true)
    expect(isSmaller(of('ErGw2AZ'), { sku: 'ErGw3AZ', is: 'resize' })).toBe(false)
    expect(isSmaller(of('ErGw2AZ'), { sku: 'ErGwScale', is: 'toScale' })).toBe(false)
  })
})

const hubGateway = (units: object): ExpressRouteGateway => {
  const id = idOf('expressRouteGateways', 'hubgw')
  const { body: _, ...rest } = circuit('x')
  return {
    ...rest,
    id,
    key: id.toLowerCase(),
    name: 'hubgw',
    kind: 'expressRouteGateway',
    allowNonVirtualWanTraffic: false,
    connectionIds: [],
    ...('min' in units && typeof units.min === 'number' && { minScaleUnits: units.min }),
    body: { properties: { autoScaleConfiguration: { bounds: { ...units } } } },
  }
}

/** ExpressRoute document 4.2, Virtual WAN document 6. */
describe('scale units', () => {
  test.each([
    ['hub', '1', '1', 'least', 'advice', /dip/],
    ['hub', '2', '11', 'most', 'error', /1 to 10/],
    ['hub', '0', '2', 'least', 'error', /1 to 10/],
    ['hub', '4', '3', 'most', 'error', /not below/],
    ['network', '1', '4', 'least', 'error', /at least 2/],
    ['network', '41', '41', 'most', 'error', /1 to 40/],
    ['network', 'two', '4', 'least', 'error', /whole number/],
  ] as const)('%s, %s to %s', (where, least, most, field, is, text) => {
    const one = where === 'hub' ? hubGateway({ min: 1 }) : of('ErGwScale', { min: 2, max: 4 })
    expect(scaleProblems(one, { least, most })).toContainEqual({
      field,
      is,
      text: expect.stringMatching(text) as string,
    })
  })

  test.each<
    [string, 'hub' | 'network', string, { circuits: number; fastPath: string[] }, RegExp | undefined]
  >([
    ['FastPath in a network', 'network', '2', { circuits: 1, fastPath: ['cn-a'] }, /needs 10 units.*on cn-a/],
    ['FastPath, and enough', 'network', '10', { circuits: 16, fastPath: ['cn-a'] }, undefined],
    [
      'circuits in a network',
      'network',
      '1',
      { circuits: 5, fastPath: [] },
      /1 unit takes 4 circuits.*has 5/,
    ],
    ['as many as it takes', 'network', '2', { circuits: 8, fastPath: [] }, undefined],
    ['FastPath in a hub', 'hub', '4', { circuits: 1, fastPath: ['cn-a'] }, /needs 5 units/],
    ['a hub that has enough', 'hub', '5', { circuits: 8, fastPath: ['cn-a'] }, undefined],
  ])('fewer units: %s', (_, where, units, load, text) => {
    const one = where === 'hub' ? hubGateway({ min: 10 }) : of('ErGwScale', { min: 12, max: 12 })
    const found = scaleProblems(one, { least: units, most: units }, load).filter(({ is }) => is === 'error')
    expect(found).toEqual(
      text === undefined
        ? []
        : [{ field: 'least', is: 'error', text: expect.stringMatching(text) as string }],
    )
    // What is too little already keeps nobody from more.
    if (where === 'network')
      expect(scaleProblems(of('ErGwScale', { min: 2, max: 2 }), { least: '3', most: '3' }, load)).toEqual([])
  })

  test('fixed or by itself fits, and a most that nobody named is not named', () => {
    expect(scaleProblems(of('ErGwScale', { min: 1, max: 1 }), { least: '1', most: '1' })).toEqual([])
    expect(scaleProblems(hubGateway({ min: 2 }), { least: '2', most: '5' })).toEqual([])
    const fixed = hubGateway({ min: 2 })
    expect(typedScale(fixed)).toEqual({ least: '2', most: '2' })
    expect(scaleEdit(fixed, { least: '3', most: '3' }).changes).toEqual([
      { path: ['properties', 'autoScaleConfiguration', 'bounds', 'min'], from: 2, to: 3 },
    ])
    expect(bodyOf(scaleEdit(fixed, { least: '2', most: '6' }), fixed.body)).toEqual({
      properties: { autoScaleConfiguration: { bounds: { min: 2, max: 6 } } },
    })
  })

  test('only ErGwScale has them in a network', () => {
    expect(whyNoScale(of('ErGwScale'))).toBeUndefined()
    expect(whyNoScale(of('ErGw3AZ'))).toMatch(/ErGw3AZ/)
  })
})

/** ExpressRoute document 4.1 and 5, Virtual WAN document 6. */
describe('weight and FastPath', () => {
  const direct = circuit('direct', { expressRoutePortId: '/port' })
  const er = circuit('er')
  const to = (one: typeof er) =>
    connection('cn', { connectionType: 'ExpressRoute', gateway1Id: of('').id, circuitId: one.id })
  const inHub = (one: typeof er): ExpressRouteConnection => {
    const id = `${hubGateway({}).id}/expressRouteConnections/c`
    const { body: _, ...rest } = er
    return {
      ...rest,
      id,
      key: id.toLowerCase(),
      name: 'c',
      kind: 'expressRouteConnection',
      gatewayId: hubGateway({}).id,
      circuitPeeringId: `${one.id}/peerings/AzurePrivatePeering`,
      enableInternetSecurity: false,
      expressRouteGatewayBypass: false,
      body: { properties: {} },
    }
  }
  const around = (...resources: Parameters<typeof inventory>[0]) =>
    buildEstate(
      [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
      [inventory([direct, er, ...resources])],
    )

  test.each([
    ['a word', { weight: 'many' }, of('ErGw3AZ'), 'weight', 'error'],
    ['too much', { weight: '32001' }, of('ErGw3AZ'), 'weight', 'error'],
    ['FastPath on ErGw2AZ', { fastPath: true }, of('ErGw2AZ'), 'fastPath', 'error'],
    ['FastPath with 2 units', { fastPath: true }, of('ErGwScale', { min: 2 }), 'fastPath', 'error'],
    ['private link alone', { privateLink: true }, of('ErGw3AZ'), 'privateLink', 'error'],
    [
      'private link of a provider',
      { fastPath: true, privateLink: true },
      of('ErGw3AZ'),
      'privateLink',
      'advice',
    ],
  ] as const)('%s', (_, change, gw, field, is) => {
    const found = circuitConnectionProblems(
      to(er),
      { ...typedCircuitConnection(to(er)), ...change },
      around(gw),
    )
    expect(found).toMatchObject([{ field, is }])
  })

  test.each([
    ['UltraPerformance', undefined],
    ['ErGw3AZ', undefined],
    ['ErGwScale', { min: 10 }],
  ])('FastPath on %s', (sku, units) =>
    expect(
      circuitConnectionProblems(
        to(direct),
        { ...typedCircuitConnection(to(direct)), weight: '32000', fastPath: true, privateLink: true },
        around(of(sku, units)),
      ),
    ).toEqual([]),
  )

  test('in a hub it is for Direct circuits from five units', () => {
    const fast = { ...typedCircuitConnection(inHub(direct)), fastPath: true }
    expect(circuitConnectionProblems(inHub(direct), fast, around(hubGateway({ min: 5 })))).toEqual([])
    expect(circuitConnectionProblems(inHub(direct), fast, around(hubGateway({ min: 2 })))).toMatchObject([
      { field: 'fastPath', is: 'advice' },
    ])
  })

  test('what differs is sent, and internet security of a hub alone', () => {
    const typed = { weight: '10', fastPath: true, privateLink: false, internet: true }
    expect(circuitConnectionEdit(inHub(direct), typed).changes.map(({ path }) => path[1])).toEqual([
      'routingWeight',
      'expressRouteGatewayBypass',
      'enableInternetSecurity',
    ])
    expect(circuitConnectionEdit(to(er), typed).changes.map(({ path }) => path[1])).toEqual([
      'routingWeight',
      'expressRouteGatewayBypass',
    ])
  })
})
