import { expect, test } from 'vitest'
import { idOf, network } from '../../../tests/support/resources.ts'
import { DOWN, facts, NOW, REFUSED, shortOf, UP, wordsOf } from '../../../tests/support/why-facts.ts'
import { known, valueOf } from './asked.ts'
import type { Facts, RouteTable } from './facts.ts'
import { nameServers, routeTable, securityGroup } from './gateway-subnet.ts'

const SUBNET = valueOf(facts().subnet)
const subnetWith = (change: object): Partial<Facts> =>
  SUBNET === undefined ? {} : { connection: DOWN, subnet: known({ ...SUBNET, ...change }, NOW) }
const WITH_TABLE = subnetWith({ routeTableId: idOf('routeTables', 'rt-gw') })
const table = (change: Partial<RouteTable> = {}) =>
  known({ name: 'rt-gw', routes: [{ prefix: '10.0.0.0/8' }], propagates: true, ...change }, NOW)

const toward = (nextHopType: string, propagates = true) =>
  table({ routes: [{ prefix: '0.0.0.0/0', nextHopType }], propagates })

type Rule = (facts: Facts) => ReturnType<typeof securityGroup>

test.each<
  [what: string, rule: Rule, change: Partial<Facts>, verdict: ReturnType<typeof shortOf>, says: RegExp]
>([
  ['no group', securityGroup, {}, 'ruled out', /no network security group/],
  [
    'a group',
    securityGroup,
    subnetWith({ networkSecurityGroupId: idOf('networkSecurityGroups', 'nsg-1') }),
    'possible',
    /nsg-1 is on GatewaySubnet/,
  ],
  [
    'a group, and up',
    securityGroup,
    { ...subnetWith({ networkSecurityGroupId: idOf('networkSecurityGroups', 'nsg-1') }), connection: UP },
    'unlikely',
    /nsg-1/,
  ],
  [
    'group: the subnet may not be read',
    securityGroup,
    { subnet: REFUSED },
    'not checked',
    /GatewaySubnet.*403/,
  ],
  ['no table', routeTable, {}, 'ruled out', /no route table/],
  [
    'a table that does no harm',
    routeTable,
    { ...WITH_TABLE, routeTable: table() },
    'ruled out',
    /rt-gw has no route for 0\.0\.0\.0\/0/,
  ],
  [
    'everything elsewhere',
    routeTable,
    { ...WITH_TABLE, routeTable: table({ routes: [{ prefix: '0.0.0.0/0' }] }) },
    'possible',
    /may cut .*rt-gw has a route for 0\.0\.0\.0\/0; Azure creates no gateway.*Take the route/,
  ],
  [
    'everything to an appliance',
    routeTable,
    { ...WITH_TABLE, routeTable: toward('VirtualAppliance') },
    'possible',
    /may cut .*sends 0\.0\.0\.0\/0 to an appliance/,
  ],
  [
    'everything dropped',
    routeTable,
    { ...WITH_TABLE, routeTable: toward('None') },
    'possible',
    /rt-gw drops/,
  ],
  [
    'everything to a gateway',
    routeTable,
    { ...WITH_TABLE, routeTable: toward('VirtualNetworkGateway') },
    'possible',
    /to a gateway/,
  ],
  [
    'everything to a hop of later',
    routeTable,
    { ...WITH_TABLE, routeTable: toward('Elsewhere') },
    'possible',
    /next hop Elsewhere/,
  ],
  [
    'everything to the internet, where it goes anyway',
    routeTable,
    { ...WITH_TABLE, routeTable: toward('Internet') },
    'unlikely',
    /does not support there.*to the internet; Azure creates no gateway/,
  ],
  [
    'to the internet, and no propagation',
    routeTable,
    { ...WITH_TABLE, routeTable: toward('Internet', false) },
    'possible',
    /may cut .*Let the route table propagate/,
  ],
  [
    'no propagation',
    routeTable,
    { ...WITH_TABLE, routeTable: table({ propagates: false }) },
    'possible',
    /does not propagate/,
  ],
  [
    'a table that may not be read',
    routeTable,
    { ...WITH_TABLE, routeTable: REFUSED },
    'not checked',
    /route table/,
  ],
  [
    'table: the subnet was not read',
    routeTable,
    { subnet: { is: 'asking' } },
    'not checked',
    /GatewaySubnet/,
  ],
  ['Azure’s own servers', nameServers, {}, 'ruled out', /Azure’s own/],
  [
    'own servers',
    nameServers,
    { network: known(network('vnet', { dnsServers: ['10.20.0.4'] }), NOW) },
    'unlikely',
    /vnet uses 10\.20\.0\.4/,
  ],
  [
    'servers: the network was not read',
    nameServers,
    { network: { is: 'none' } },
    'not checked',
    /virtual network/,
  ],
])('%s', (_, rule, change, verdict, says) => {
  const finding = rule(facts(change))
  expect(shortOf(finding)).toBe(verdict)
  expect(wordsOf(finding)).toMatch(says)
})
