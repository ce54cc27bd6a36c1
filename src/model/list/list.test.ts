import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  circuit,
  connection,
  gateway,
  idOf,
  inventory,
  network,
  READ_AT,
  site,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { keyOf } from '../paths.ts'
import { toCsv } from './csv.ts'
import { facet } from './facets.ts'
import { filterRows } from './filter.ts'
import { groupRows, sortRows, sortRowsAgain } from './order.ts'
import { searchRows } from './search.ts'
import { DEFAULT_VIEW, type Filter, type ListView } from './view.ts'

const { rows } = buildEstate(
  [{ subscriptionId: SUBSCRIPTION, displayName: 'Connectivity' }],
  [
    inventory([
      connection('cn-b', { connectionStatus: 'NotConnected' }),
      connection('cn-a'),
      gateway('vgw', { tags: { env: 'prod' }, bgp: { asn: 65515, addresses: [] } }),
      site('lng', { tags: { env: 'test' }, bgp: { asn: 64620, addresses: [] }, location: 'swedencentral' }),
      circuit('er-ams', { location: 'northeurope' }),
      network('vnet', { addressPrefixes: ['10.20.0.0/16', 'fd00::/48'] }),
    ]),
  ],
)
const applyView = (view: ListView, now: number) => sortRows(filterRows(rows, view, now), view.sort)
const show = (change: Partial<ListView>, now = READ_AT) =>
  applyView({ ...DEFAULT_VIEW, ...change }, now).map(({ name }) => name)
const by = (...filters: Filter[]) => show({ filters })

describe('the list', () => {
  it('sorted again is as sorted anew, whatever came, went or changed', () => {
    const [one] = rows
    if (!one) throw new Error('no rows')
    const made = fc.uniqueArray(
      fc.record({
        key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
        name: fc.constantFrom('x', 'y2', 'y10'),
        sku: fc.constantFrom('', 'Basic', 'VpnGw1'),
      }),
      { selector: ({ key }) => key },
    )
    const sorts = fc.array(fc.constantFrom(true, false), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(made, made, sorts, fc.constantFrom('up', 'down'), (before, after, stays, direction) => {
        const sort = { column: 'sku', direction } as const
        const old = before.map((change) => ({ ...one, ...change }))
        const now = after.map((change, at) => (stays[at] && old[at]) || { ...one, ...change })
        const unique = now.filter((row, at) => now.findIndex(({ key }) => key === row.key) === at)
        expect(sortRowsAgain(sortRows(old, sort), unique, sort)).toEqual(sortRows(unique, sort))
      }),
    )
  })

  it('shows counted rows, worst first', () => {
    expect(show({})).toEqual(['cn-b', 'vgw', 'cn-a', 'lng', 'er-ams'])
  })

  it.each<[string, string[]]>([
    ['cn-', ['cn-b', 'cn-a']],
    ['CN-A', ['cn-a']],
    ['gateway prod', ['vgw']],
    ['10.70.3.4', ['lng']],
    ['10.70.0.0/15', ['lng']],
    ['10.20.5.0/24', ['vnet']],
    ['fd00::1', ['vnet']],
    ['203.0.113.18', ['lng']],
    ['AS64620', ['lng']],
    ['64620', ['lng']],
    [idOf('connections', 'CN-A'), ['cn-a']],
    ['colt', ['er-ams']],
    ['nothing like it', []],
  ])('finds %s', (text, found) => {
    expect(show({ text })).toEqual(found)
  })

  it.each<[Filter, string[]]>([
    [{ field: 'verdict', operator: 'is', values: ['down'] }, ['cn-b']],
    [{ field: 'service', operator: 'not', values: ['vpn'] }, ['er-ams']],
    [{ field: 'kind', operator: 'is', values: ['virtualNetwork'] }, ['vnet']],
    [{ field: 'region', operator: 'is', values: ['swedencentral', 'northeurope'] }, ['lng', 'er-ams']],
    [{ field: 'tag', operator: 'is', values: ['env=prod'] }, ['vgw']],
    [{ field: 'tag', operator: 'is', values: ['env'] }, ['vgw', 'lng']],
    [{ field: 'name', operator: 'has', values: ['ER-'] }, ['er-ams']],
    [{ field: 'related', operator: 'has', values: ['lng'] }, ['cn-b', 'cn-a']],
    [{ field: 'group', operator: 'is', values: ['RG-NET-WEU'] }, ['cn-b', 'vgw', 'cn-a', 'lng', 'er-ams']],
  ])('filters by %o', (filter, found) => {
    expect(by(filter)).toEqual(found)
  })

  it('filters by age', () => {
    const filters: Filter[] = [{ field: 'age', operator: 'over', values: ['300'] }]
    expect(show({ filters }, READ_AT + 200_000)).toEqual([])
    expect(show({ filters }, READ_AT + 400_000)).toHaveLength(5)
  })

  it('sorts both ways and keeps empty cells last', () => {
    expect(show({ sort: { column: 'name', direction: 'down' } })).toEqual([
      'vgw',
      'lng',
      'er-ams',
      'cn-b',
      'cn-a',
    ])
    expect(show({ sort: { column: 'sku', direction: 'down' } })[0]).toBe('vgw')
    expect(show({ sort: { column: 'sku', direction: 'up' } })[0]).toBe('vgw')
  })

  it('counts a facet as if its own filters were off', () => {
    const filtered = {
      ...DEFAULT_VIEW,
      filters: [{ field: 'verdict', operator: 'is', values: ['down'] }],
    } satisfies ListView
    expect(facet(rows, filtered, 'verdict', READ_AT).map(({ label, count }) => `${label} ${count}`)).toEqual([
      'Down 1',
      'Attention 1',
      'Healthy 3',
    ])
    expect(facet(rows, filtered, 'kind', READ_AT)).toEqual([
      { value: 'connection', label: 'Connection', count: 1 },
    ])
  })

  it('offers related kinds, since choosing one is how to ask for it', () => {
    const kinds = facet(rows, DEFAULT_VIEW, 'kind', READ_AT).map(({ value }) => value)
    expect(kinds).toContain('virtualNetwork')
  })

  it('groups in the order of the field, related things last', () => {
    const all = applyView({ ...DEFAULT_VIEW, text: 'rg-net-weu' }, READ_AT)
    expect(groupRows(all, 'service').map(({ title, counts }) => `${title} ${counts.down}`)).toEqual([
      'VPN Gateway 1',
      'ExpressRoute 0',
      'Related 0',
    ])
  })

  it('groups by subscription, and tells apart what has the same name', () => {
    const other = SUBSCRIPTION.replace(/^./, 'f')
    const id = idOf('expressRouteCircuits', 'er-osl').replace(SUBSCRIPTION, other)
    const elsewhere = inventory([circuit('er-osl', { id, key: keyOf(id), subscriptionId: other })])
    const titles = (names: [string, string], groupBy: ListView['groupBy']) =>
      groupRows(
        buildEstate(
          [
            { subscriptionId: SUBSCRIPTION, displayName: names[0] },
            { subscriptionId: other, displayName: names[1] },
          ],
          [inventory([circuit('er-ams'), site('lng')]), { ...elsewhere, subscriptionId: other }],
        ).rows,
        groupBy,
      ).map(
        ({ title, rows: members }) =>
          `${title}: ${members
            .map(({ name }) => name)
            .toSorted()
            .join()}`,
      )
    expect(titles(['Connectivity', 'Branches'], 'subscription')).toEqual([
      'Branches: er-osl',
      'Connectivity: er-ams,lng',
    ])
    expect(titles(['Same', 'Same'], 'subscription')).toEqual([
      `Same (${SUBSCRIPTION}): er-ams,lng`,
      `Same (${other}): er-osl`,
    ])
    expect(titles(['Connectivity', 'Branches'], 'group')).toEqual([
      'rg-net-weu (Connectivity): er-ams,lng',
      'rg-net-weu (Branches): er-osl',
    ])
  })

  it('ranks a palette by name', () => {
    expect(searchRows(rows, 'vgw', 3).found.map(({ name }) => name)[0]).toBe('vgw')
    expect(searchRows(rows, 'cn', 1)).toMatchObject({ total: 2, found: [{ name: 'cn-b' }] })
    expect(searchRows(rows, ' ', 3)).toEqual({ found: [], total: 0 })
  })
})

describe('CSV', () => {
  it('disarms formulas and quotes what parts cells', () => {
    const [row] = buildEstate(
      [{ subscriptionId: SUBSCRIPTION, displayName: '=cmd|x' }],
      [inventory([site('a', { tags: { note: 'x,"y"' } })])],
    ).rows
    const csv = toCsv(row ? [row] : [], ['name', 'subscription', 'tags'])
    expect(csv.split('\r\n')[0]).toBe('Name,Subscription,Tags,Reason,Resource id')
    expect(csv).toContain(`a,'=cmd|x,"note=x,""y"""`)
  })
})
