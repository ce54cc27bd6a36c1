import { expect, test } from 'vitest'
import type { ChangeType } from './changes.ts'
import { overwritesIn } from './overwrites.ts'

const GROUP = '/subscriptions/s/resourceGroups/g/providers/Microsoft.Network'
const VNET = `${GROUP}/virtualNetworks/vnet`
const SUBNET = `${VNET}/subnets/GatewaySubnet`
const GATEWAY = `${GROUP}/virtualNetworkGateways/vgw`
const NONE = { there: [], deleted: [], toRead: [] }

const change = (id: string, is: ChangeType) => ({ id: id.toUpperCase(), change: is, deltas: [] })

test.each<[ChangeType, object]>([
  ['Create', { toRead: [VNET, SUBNET] }],
  ['NoChange', {}],
  ['NoEffect', {}],
  ['Modify', { there: [VNET, SUBNET] }],
  ['Deploy', { there: [VNET, SUBNET] }],
  ['Unsupported', { toRead: [VNET, SUBNET] }],
  ['Delete', { deleted: [VNET, SUBNET].map((id) => id.toUpperCase()) }],
])('%s of a network and of a subnet', (is, found) => {
  expect(overwritesIn([change(VNET, is), change(SUBNET, is)], [VNET, SUBNET])).toEqual({ ...NONE, ...found })
})

test('a gateway may be written again, and what is deleted is told of everything', () => {
  expect(overwritesIn([change(GATEWAY, 'Modify')], [GATEWAY])).toEqual(NONE)
  expect(overwritesIn([change(GATEWAY, 'Delete')], [VNET]).deleted).toEqual([GATEWAY.toUpperCase()])
})

test('what what-if does not name, or did not answer, is to be read', () => {
  expect(overwritesIn([], [VNET, GATEWAY]).toRead).toEqual([VNET])
  expect(overwritesIn(undefined, [SUBNET, GATEWAY]).toRead).toEqual([SUBNET])
})
