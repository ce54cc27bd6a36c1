import { expect, test } from 'vitest'
import { connection, gateway, inventory, network, site } from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import type { Resource } from '../resources/resource.ts'
import { overlapTable, usedBy } from './site-overview.ts'

const estateOf = (...all: Resource[]) => buildEstate([], [inventory(all)])
const words = (cells: { is: string }[]) =>
  cells.map((cell) => ('text' in cell ? cell.text : 'name' in cell ? cell.name : ''))

test('the connections of a site are told with their state and gateway', () => {
  const one = site('lng')
  const estate = estateOf(one, gateway('vgw'), connection('b', { enableBgp: true }), connection('a'))
  expect(usedBy(one, estate).rows.map(({ cells }) => words(cells))).toEqual([
    ['Connected', 'a', 'vgw', 'not enabled'],
    ['Connected', 'b', 'vgw', 'enabled'],
  ])
  expect(usedBy(site('other'), estate).rows).toEqual([])
})

test.each<[what: string, prefixes: string[], nat: string[], said: string[]]>([
  ['inside the network', ['10.20.1.0/24'], [], ['Traffic for this range stays in Azure.']],
  [
    'around the network',
    ['10.0.0.0/8'],
    [],
    ['The narrower range wins: a part of the site cannot be reached.'],
  ],
  ['translated', ['10.20.0.0/16'], ['/x'], ['A NAT rule is on the connection; it may translate this range.']],
  ['elsewhere, or no prefix at all', ['10.70.0.0/16', 'nonsense'], [], []],
])('%s', (_, addressPrefixes, natRuleIds, said) => {
  const one = site('lng', { addressPrefixes })
  const estate = estateOf(one, gateway('vgw'), network('vnet'), connection('cn', { natRuleIds }))
  expect(overlapTable(one, estate).rows.map(({ cells }) => words(cells).at(-1))).toEqual(said)
})
