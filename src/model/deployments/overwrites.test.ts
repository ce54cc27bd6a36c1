import { expect, test } from 'vitest'
import type { ChangeType } from './changes.ts'
import { overwritesIn } from './overwrites.ts'

const GROUP = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network'
const VNET = `${GROUP}/virtualNetworks/vnet`
const SUBNET = `${VNET}/subnets/GatewaySubnet`
const GATEWAY = `${GROUP}/virtualNetworkGateways/vgw`
const CIRCUIT = `${GROUP}/expressRouteCircuits/erc`
const PEERING = `${CIRCUIT}/peerings/AzurePrivatePeering`
const NONE = { there: [], deleted: [], toRead: [] }

const change = (id: string, is: ChangeType) => ({ id: id.toUpperCase(), change: is, deltas: [] })

const written = (...ids: string[]) => ids.map((id) => ({ id }))

test.each<[ChangeType, object]>([
  ['Create', { toRead: [VNET, SUBNET] }],
  ['NoChange', {}],
  ['NoEffect', {}],
  ['Modify', { there: [VNET, SUBNET] }],
  ['Deploy', { there: [VNET, SUBNET] }],
  ['Unsupported', { toRead: [VNET, SUBNET] }],
  ['Delete', { deleted: [VNET, SUBNET].map((id) => id.toUpperCase()) }],
])('%s of a network and of a subnet', (is, found) => {
  expect(overwritesIn([change(VNET, is), change(SUBNET, is)], written(VNET, SUBNET))).toEqual({
    ...NONE,
    ...found,
  })
})

test('a gateway may be written again, and what is deleted is told of everything', () => {
  expect(overwritesIn([change(GATEWAY, 'Modify')], written(GATEWAY))).toEqual(NONE)
  expect(overwritesIn([change(GATEWAY, 'Delete')], written(VNET)).deleted).toEqual([GATEWAY.toUpperCase()])
})

test('what what-if does not name, or did not answer, is to be read', () => {
  expect(overwritesIn([], written(VNET, GATEWAY)).toRead).toEqual([VNET])
  expect(overwritesIn(undefined, written(SUBNET, GATEWAY)).toRead).toEqual([SUBNET])
})

test('a circuit and a peering are written once, except one whose making failed and that holds nothing', () => {
  const changes = [change(CIRCUIT, 'Modify'), change(PEERING, 'Create')]
  expect(overwritesIn(changes, written(CIRCUIT, PEERING))).toEqual({
    ...NONE,
    there: [CIRCUIT],
    toRead: [PEERING],
  })
  expect(overwritesIn(changes, [{ id: CIRCUIT, again: true }])).toEqual(NONE)
})
