import type { Estate } from '../estate.ts'
import { keyOf, parentId } from '../paths.ts'
import type { VirtualNetworkGateway } from '../resources/vpn.ts'

/** The gateway of a type that stands in a virtual network: there is one of each at most (VPN Gateway 2.4). */
export function gatewayOfNetwork(
  networkId: string,
  type: 'Vpn' | 'ExpressRoute',
  estate: Estate,
): VirtualNetworkGateway | undefined {
  for (const { key, kind } of estate.rows) {
    const found = kind === 'virtualNetworkGateway' ? estate.resources.get(key) : undefined
    if (found?.kind !== 'virtualNetworkGateway' || found.gatewayType?.toLowerCase() !== type.toLowerCase())
      continue
    if (found.ipConfigurations.some(({ subnetId }) => isIn(subnetId, networkId))) return found
  }
  return undefined
}

function isIn(subnetId: string | undefined, networkId: string): boolean {
  return keyOf(parentId(subnetId ?? '') ?? '') === keyOf(networkId)
}
