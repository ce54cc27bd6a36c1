import type { Estate } from '../../estate.ts'
import { keyOf, nameOfId } from '../../paths.ts'
import type { VirtualHub } from '../../resources/virtual-wan.ts'
import type { Touched } from '../consequences.ts'
import { allOf } from './around-hub.ts'

export function touched(id: string | undefined, estate: Estate, note?: string): Touched[] {
  if (id === undefined || id === '') return []
  const known = estate.resources.get(keyOf(id))
  return [{ id: known?.id ?? id, name: known?.name ?? nameOfId(id), ...(note !== undefined && { note }) }]
}

/** The gateways and the firewall of a hub. */
export function hubParts(
  { vpnGatewayId, expressRouteGatewayId, p2sVpnGatewayId, azureFirewallId }: VirtualHub,
  estate: Estate,
): Touched[] {
  return [
    ...touched(vpnGatewayId, estate, 'its VPN gateway'),
    ...touched(expressRouteGatewayId, estate, 'its ExpressRoute gateway'),
    ...touched(p2sVpnGatewayId, estate, 'its point-to-site gateway'),
    ...touched(azureFirewallId, estate, 'its firewall'),
  ]
}

/** The site connections of a hub's VPN gateway. */
export function siteConnectionsOf(gatewayId: string, estate: Estate) {
  return allOf(estate, 'vpnConnection').filter((one) => keyOf(one.gatewayId) === keyOf(gatewayId))
}
