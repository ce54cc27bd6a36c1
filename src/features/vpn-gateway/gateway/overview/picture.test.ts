import { describe, expect, test } from 'vitest'
import {
  connection,
  gateway,
  idOf,
  inventory,
  network,
  site,
  SUBSCRIPTION,
} from '../../../../../tests/support/resources.ts'
import { buildEstate } from '../../../../model/build-estate.ts'
import type { Resource } from '../../../../model/resources/resource.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { tunnelsOf } from '../../../../model/vpn/gateway-tunnels.ts'
import { pictureOf } from './picture.ts'

const ID = idOf('virtualNetworkGateways', 'vgw')
const VNET = idOf('virtualNetworks', 'vnet')

function drawn(own: VirtualNetworkGateway, ...others: Resource[]) {
  const estate = buildEstate(
    [{ subscriptionId: SUBSCRIPTION, displayName: 'Connectivity' }],
    [inventory([own, ...others])],
  )
  return pictureOf(own, estate, tunnelsOf(own, estate))
}

function peering(remote: string, change = {}) {
  const remoteVirtualNetworkId = idOf('virtualNetworks', remote)
  return {
    id: `${VNET}/virtualNetworkPeerings/${remote}`,
    name: remote,
    remoteVirtualNetworkId,
    peeringState: 'Connected',
    useRemoteGateways: false,
    allowGatewayTransit: true,
    ...change,
  }
}

const spoke = (name: string, useRemoteGateways: boolean) =>
  network(name, { peerings: [peering('vnet', { useRemoteGateways, allowGatewayTransit: false })] })

describe('networks that use a gateway through a peering', () => {
  const hub = network('vnet', { peerings: [peering('a'), peering('b'), peering('c')] })

  test('are those whose own side says so; what was not read is told apart', () => {
    const { peers } = drawn(gateway('vgw'), hub, spoke('a', true), spoke('b', false))
    expect(peers).toMatchObject({ words: 'a', id: idOf('virtualNetworks', 'a'), verdict: 'healthy' })
    expect(peers?.facts).toEqual(['uses this gateway', '1 more not read'])
  })

  test('are not claimed where no other side was read', () => {
    expect(drawn(gateway('vgw'), hub).peers).toMatchObject({ verdict: 'notChecked', words: 'Peered VNets' })
  })

  test('need attention where a peering is not Connected', () => {
    const broken = network('vnet', { peerings: [peering('a', { peeringState: 'Disconnected' })] })
    expect(drawn(gateway('vgw'), broken, spoke('a', true)).peers?.verdict).toBe('attention')
  })
})

test('the worst sites are drawn first, and the rest is counted', () => {
  const sites = Array.from({ length: 8 }, (_, at) => `lng${at}`)
  const joined = sites.map((name, at) =>
    connection(`cn${at}`, {
      gateway1Id: ID,
      localNetworkGatewayId: idOf('localNetworkGateways', name),
      tunnels: [{ name: `cn${at}_1`, connectionStatus: at === 7 ? 'NotConnected' : 'Connected' }],
    }),
  )
  const picture = drawn(gateway('vgw'), ...joined, ...sites.map((name) => site(name)))
  expect(picture.sites.map(({ name }) => name)[0]).toBe('lng7')
  expect(picture.more).toBe(2)
  // An instance is never Down for a tunnel.
  expect(picture.instances.map(({ verdict, up, all }) => [verdict, up, all])).toEqual([['attention', 7, 8]])
})
