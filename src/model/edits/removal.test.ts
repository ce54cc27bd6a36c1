import { expect, test } from 'vitest'
import {
  connection,
  gateway,
  inventory,
  network,
  publicAddress,
  site,
  SUBSCRIPTION,
} from '../../../tests/support/resources.ts'
import { buildEstate } from '../build-estate.ts'
import { publicAddressesOf, type Removable, removalsOf } from './removal.ts'
import { removalConsequences } from './removal-consequences.ts'
import { isOfForm } from './write-topic.ts'

const vgw = gateway('vgw', {
  ipConfigurations: [
    {
      name: 'default',
      subnetId: `${network('vnet').id}/subnets/GatewaySubnet`,
      publicIPAddressId: publicAddress('pip').id,
    },
  ],
})
const far = gateway('far')
const lng = site('lng')
const spoke = network('spoke', {
  peerings: [
    {
      id: 'p',
      name: 'p',
      remoteVirtualNetworkId: network('vnet').id,
      useRemoteGateways: true,
      allowGatewayTransit: false,
    },
  ],
})
const home = network('vnet', {
  peerings: [
    {
      id: 'q',
      name: 'q',
      remoteVirtualNetworkId: spoke.id,
      useRemoteGateways: false,
      allowGatewayTransit: true,
    },
  ],
})
const estate = buildEstate(
  [{ subscriptionId: SUBSCRIPTION, displayName: 's', state: 'Enabled' }],
  [
    inventory([
      vgw,
      far,
      lng,
      home,
      spoke,
      publicAddress('pip', { ipAddress: '198.51.100.7' }),
      connection('b-site'),
      connection('a-far', {
        connectionType: 'Vnet2Vnet',
        gateway1Id: far.id,
        gateway2Id: vgw.id,
        localNetworkGatewayId: undefined,
      }),
      connection('other', { gateway1Id: far.id, localNetworkGatewayId: site('else').id }),
    ]),
  ],
)
const order = (resource: Removable, addresses = false) =>
  removalsOf(resource, estate, { addresses }).map(({ what }) => what)

test('a gateway goes after its connections, those of the other end too, and before its addresses', () => {
  expect(order(vgw)).toEqual(['Delete a-far', 'Delete b-site', 'Delete vgw'])
  expect(order(vgw, true)).toEqual(['Delete a-far', 'Delete b-site', 'Delete vgw', 'Delete pip'])
  expect(publicAddressesOf(vgw, estate).map(({ name }) => name)).toEqual(['pip'])
})

test('a site goes after its connections, a connection alone', () => {
  expect(order(lng)).toEqual(['Delete b-site', 'Delete lng'])
  expect(order(connection('b-site'))).toEqual(['Delete b-site'])
})

test('each says the right it needs and is found by the form that made it', () => {
  const removals = removalsOf(vgw, estate, { addresses: true })
  expect(removals.map(({ action }) => action)).toEqual([
    'Microsoft.Network/connections/delete',
    'Microsoft.Network/connections/delete',
    'Microsoft.Network/virtualNetworkGateways/delete',
    'Microsoft.Network/publicIPAddresses/delete',
  ])
  expect(removals.every((one) => isOfForm(one, vgw.id, 'delete'))).toBe(true)
  // A form finds its own by topic: two writes of one resource must not take each other’s place.
  expect(new Set(removals.map(({ id, topic }) => `${id} ${topic}`)).size).toBe(4)
})

test('what becomes of the address is said, and what else hangs on the gateway', () => {
  const kept = removalConsequences(vgw, estate, { addresses: false })
  expect(kept.depends.map(({ name }) => name)).toEqual(['a-far', 'b-site', 'spoke'])
  expect(kept.after).toContain('198.51.100.7 stays yours')
  expect(kept.after).toContain('GatewaySubnet stay')
  expect(removalConsequences(vgw, estate, { addresses: true }).after).toContain(
    '198.51.100.7 cannot be had again',
  )
})
