import { memberAt } from '../edits/edit.ts'
import { keyOf, nameOfId } from '../paths.ts'
import type { PublicIPAddress } from '../resources/network.ts'
import type { Place } from './place.ts'

/**
 * Why a public IP address that is there cannot be a gateway's (VPN Gateway 2.2, VAL-GW-08; ExpressRoute document 4.4).
 * @param of `VPN`
 * @param gatewayId of the gateway itself: an earlier run may have begun it
 */
export function whyUnfit(
  address: PublicIPAddress,
  of: 'VPN' | 'ExpressRoute',
  gatewayId: string,
  place: Place,
): string | undefined {
  const { name, sku, allocationMethod, version, location, usedBy } = address
  const a = of === 'VPN' ? 'A VPN gateway' : 'An ExpressRoute gateway'
  const tier = memberAt(address.body, ['sku', 'tier'])
  if (usedBy !== undefined && !keyOf(usedBy).startsWith(`${keyOf(gatewayId)}/`))
    return `${name} is in use by ${ownerOf(usedBy)}. Choose one that is free.`
  if (sku !== undefined && sku.toLowerCase() !== 'standard')
    return `${name} has SKU ${sku}. ${a} needs a Standard address; Basic ones are retired.`
  if (tier === 'Global') return `${name} is of tier Global. ${a} needs a regional address.`
  if (allocationMethod !== undefined && allocationMethod.toLowerCase() !== 'static')
    return `${name} is ${allocationMethod.toLowerCase()}. ${a} needs a static address.`
  if (version !== undefined && version.toLowerCase() !== 'ipv4')
    return `${name} is an ${version} address. ${a} needs IPv4.`
  if (location !== undefined && place.location !== '' && location !== place.location)
    return `${name} is in ${location}. The gateway is in ${place.location}, and its address has to be there too.`
  if (keyOf(address.subscriptionId) !== keyOf(place.subscriptionId))
    return `${name} is in another subscription than the gateway.`
  return undefined
}

/** `…/virtualNetworkGateways/vgw/ipConfigurations/default` belongs to `vgw`. */
function ownerOf(ipConfigurationId: string): string {
  const owner = ipConfigurationId.split('/').slice(0, -2).join('/')
  return nameOfId(owner === '' ? ipConfigurationId : owner)
}
