import { connectionsOf } from '../../../../../model/edits/gateway-connections.ts'
import type { OtherRange } from '../../../../../model/edits/point-to-site-problems.ts'
import type { Estate } from '../../../../../model/estate.ts'
import { keyOf } from '../../../../../model/paths.ts'
import type { VirtualNetworkGateway } from '../../../../../model/resources/vpn.ts'

/** What the pool must stay clear of: the network of the gateway and the sites behind its connections. */
export function rangesAround(gateway: VirtualNetworkGateway, estate: Estate): OtherRange[] {
  const [subnetId = ''] = gateway.ipConfigurations.flatMap((one) => one.subnetId ?? [])
  const network = estate.resources.get(keyOf(subnetId).replace(/\/subnets\/[^/]*$/, ''))
  const own =
    network?.kind === 'virtualNetwork'
      ? network.addressPrefixes.map((prefix) => ({ prefix, of: network.name }))
      : []
  const sites = connectionsOf(gateway, estate).flatMap(({ localNetworkGatewayId }) => {
    const site =
      localNetworkGatewayId === undefined ? undefined : estate.resources.get(keyOf(localNetworkGatewayId))
    return site?.kind === 'localNetworkGateway'
      ? site.addressPrefixes.map((prefix) => ({ prefix, of: site.name }))
      : []
  })
  return [...own, ...sites]
}
