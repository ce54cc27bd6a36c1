import { expect, test } from 'vitest'
import { routesCsv, wholeOf } from '../../../../components/routes/route-column.ts'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'
import { foundRows, indexed } from '../../../../model/routes/find-routes.ts'
import { prefixOf, routeColumns } from './route-columns.ts'
import { route } from '../../../../model/vpn/routes/route.fixture.ts'

const COLUMNS = routeColumns((address) => (address === '10.20.0.4' ? 'Instance 0' : undefined))

function found(routes: readonly GatewayRoute[], search: string) {
  const rows = indexed(routes, (row) => COLUMNS.map((column) => wholeOf(column, row)), prefixOf)
  return foundRows(rows, search).map(({ row }) => row.network)
}

const ROUTES = [
  route('10.64.0.0/20'),
  route('10.66.0.0/16', { sourcePeer: '10.66.0.1', asPath: '64621' }),
  route('0.0.0.0/0', { sourcePeer: '10.66.0.1', asPath: '64621-64999' }),
  route('10.20.0.0/16', { origin: 'Network', sourcePeer: '10.20.0.4', nextHop: undefined, asPath: '' }),
  route('not a prefix', { localAddress: '10.20.0.5' }),
]

test.each([
  ['', 5],
  ['10.66', 2],
  ['10.64.3.9', 2],
  ['10.64.0.0/24', 2],
  ['64999', 1],
  ['NOT A', 1],
  ['10.20.0.5', 3],
])('%s is found in %d routes', (search, count) => expect(found(ROUTES, search)).toHaveLength(count))

test('of the 4,000 routes a gateway may have, those are found that an address is in', () => {
  const many = Array.from({ length: 4_000 }, (_, at) => route(`10.${at >> 8}.${at & 255}.0/24`))
  expect(found(many, '10.3.7.9')).toEqual(['10.3.7.0/24'])
})

test('there is a choice of peers, origins and instances, each as it is shown', () => {
  const choices = COLUMNS.filter(({ choice }) => choice)
  expect(choices.map(({ name }) => name)).toEqual(['Peer', 'Origin', 'Instance'])
  expect(choices.map(({ of }) => of(route('10.1.0.0/16')))).toEqual(['10.64.0.254', 'EBgp', 'Instance 0'])
})

test('the CSV has Azure’s own names, whole addresses, and no cell a spreadsheet would run', () => {
  const text = routesCsv(COLUMNS, [route('10.1.0.0/16', { origin: '=cmd()', weight: undefined })])
  expect(text).toBe(
    "Network,Next hop,Source peer,Origin,AS path,Weight,Local address\r\n10.1.0.0/16,10.64.0.254,10.64.0.254,'=cmd(),64620,,10.20.0.4\r\n",
  )
})
