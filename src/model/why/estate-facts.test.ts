import { expect, test } from 'vitest'
import {
  connection,
  gateway,
  idOf,
  inventory,
  network,
  site,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import type { Unreadable } from '../inventory.ts'
import type { Resource } from '../resources/resource.ts'
import { valueOf } from './asked.ts'
import { estateFacts } from './estate-facts.ts'

const SUBSCRIPTIONS = [{ subscriptionId: SUBSCRIPTION, displayName: 'One' }]
const estate = (resources: Resource[], unreadable: Unreadable[] = []) =>
  buildEstate(SUBSCRIPTIONS, [inventory(resources, { unreadable })])

const OWN = connection('cn')
const OTHER = idOf('virtualNetworkGateways', 'vgw2')
const THERE = connection('there', { localNetworkGatewayId: undefined, gateway2Id: OTHER })
const BACK = connection('back', {
  localNetworkGatewayId: undefined,
  gateway1Id: OTHER,
  gateway2Id: idOf('virtualNetworkGateways', 'vgw'),
})

test('gateway, site, network, addresses and the other connections are found', () => {
  const vgw = gateway('vgw', {
    bgp: { addresses: [{ defaultAddresses: [], customAddresses: [], tunnelAddresses: ['198.51.100.22'] }] },
  })
  const all = [OWN, connection('cn2', { localNetworkGatewayId: idOf('localNetworkGateways', 'lng2') })]
  const found = estateFacts(OWN, estate([...all, vgw, site('lng'), site('lng2'), network('vnet')]), 0, false)
  expect(valueOf(found.gateway)?.name).toBe('vgw')
  expect(valueOf(found.site)?.name).toBe('lng')
  expect(valueOf(found.network)?.name).toBe('vnet')
  expect(found.addresses).toEqual(['198.51.100.22'])
  expect(found.neighbours.map((one) => [one.connection.name, one.site?.name])).toEqual([['cn2', 'lng2']])
  expect(found.twin).toEqual({ is: 'none' })
})

test('what was not read is not there', () => {
  const found = estateFacts({ ...OWN, natRuleIds: ['/x'] }, estate([]), 0, false)
  expect([found.gateway.is, found.site.is, found.network.is, found.natRules.is]).toEqual([
    'none',
    'none',
    'none',
    'none',
  ])
})

test('the connection that leads back is found; missing, only where everything there was read', () => {
  const gateways = [gateway('vgw'), gateway('vgw2')]
  expect(valueOf(estateFacts(THERE, estate([THERE, BACK, ...gateways]), 0, false).twin)?.name).toBe('back')
  expect(estateFacts(THERE, estate([THERE, ...gateways]), 0, false).twin).toMatchObject({
    is: 'known',
    value: undefined,
  })
  expect(estateFacts(THERE, estate([THERE, gateway('vgw')]), 0, false).twin.is).toBe('none')
  const unread: Unreadable = {
    scope: `/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`,
    what: 'connections',
    action: 'x',
    error: { kind: 'forbidden', code: 'AuthorizationFailed', message: '', details: [] },
  }
  expect(estateFacts(THERE, estate([THERE, ...gateways], [unread]), 0, false).twin.is).toBe('none')
})

test('what the connection names is on its way while the estate is being read, and not afterwards', () => {
  const early = estateFacts(OWN, estate([OWN]), 0, true)
  expect([early.gateway, early.site, early.network].map(({ is }) => is)).toEqual([
    'asking',
    'asking',
    'asking',
  ])
  expect(early.twin.is).toBe('none')
  expect(estateFacts(OWN, estate([OWN, gateway('vgw')]), 0, true).gateway.is).toBe('known')
  const done = estateFacts(OWN, estate([OWN]), 0, false)
  expect([done.gateway, done.site, done.network].map(({ is }) => is)).toEqual(['none', 'none', 'none'])
})

test('that no connection leads back is said only once the estate was read', () => {
  const gateways = [gateway('vgw'), gateway('vgw2')]
  expect(estateFacts(THERE, estate([THERE, ...gateways]), 0, true).twin.is).toBe('asking')
})
