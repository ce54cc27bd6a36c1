import { formatPrefix, overlaps, parsePrefix } from '../../../lib/cidr.ts'
import { networkError } from '../../arm/refusals.ts'
import { nameOf, parentId, sameId } from '../../arm/ids.ts'
import type { JsonObject } from '../../wire/json.ts'
import { idAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { find, referrers } from '../find.ts'
import type { Draft } from '../network-type.ts'
import { familyOf, isZonal, skuOf } from './gateway-skus.ts'
import { prefixesIn } from './prefixes.ts'
import { hasZones } from './public-ip-addresses.ts'
import { references, type Reference } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/** The end of Basic addresses: of the product, and for VPN gateways (VPN gateway document 2.2). */
const BASIC_ENDED = { ExpressRoute: Date.UTC(2025, 8, 30), Vpn: Date.UTC(2026, 5, 30) }

function configurations({ sent }: Draft): JsonObject[] {
  return objectsAt(sent.ipConfigurations).map((one) => objectAt(one.properties))
}

const referenced = references((draft) =>
  configurations(draft).flatMap((one, index): Reference[] => [
    {
      member: `ipConfigurations[${index}].properties.subnet`,
      value: one.subnet,
      type: 'virtualNetworks/subnets',
      sameRegion: true,
    },
    {
      member: `ipConfigurations[${index}].properties.publicIPAddress`,
      value: one.publicIPAddress,
      type: 'publicIPAddresses',
      sameRegion: true,
    },
  ]),
)

/** The rules of the VPN gateway document 2.1; codes and texts assumed. */
const subnetRules: Rule = (draft) => {
  for (const subnet of configurations(draft).flatMap((one) => idAt(one.subnet) ?? [])) {
    if (nameOf(subnet).toLowerCase() !== 'gatewaysubnet') {
      return networkError(
        400,
        'GatewaySubnetNameInvalid',
        `The subnet ${subnet} of gateway ${draft.id} must be named GatewaySubnet.`,
      )
    }
    const properties = find(draft.exchange, subnet)?.properties
    const prefix = parsePrefix(textAt(properties?.addressPrefix) ?? '')
    if (prefix?.family === 4 && prefix.length > 29) {
      return networkError(
        400,
        'GatewaySubnetTooSmall',
        `The subnet ${subnet} of gateway ${draft.id} must be /29 or larger.`,
      )
    }
    // Seen in the field; code assumed (ExpressRoute document 9, number 2).
    const zonal = draft.sent.gatewayType === 'ExpressRoute' && isZonal(skuOf(draft))
    if (prefix?.family === 4 && prefix.length > 27 && zonal && draft.before === undefined) {
      return networkError(
        400,
        'GatewaySubnetTooSmall',
        `The subnet ${subnet} of the zone-redundant gateway ${draft.id} must be /27 or larger.`,
      )
    }
  }
  return undefined
}

/** One gateway of each type in a network (VPN gateway document 2.4). The code is documented for migrations (ExpressRoute document 9, number 11). */
const oneOfItsType: Rule = (draft) => {
  const [subnet] = configurations(draft).flatMap((one) => idAt(one.subnet) ?? [])
  if (subnet === undefined || draft.before !== undefined) return undefined
  const other = referrers(draft.exchange, subnet, 'virtualNetworkGateways').find(
    (one) =>
      one.row.key !== draft.id.toLowerCase() &&
      one.properties.gatewayType === (draft.sent.gatewayType ?? 'Vpn'),
  )
  if (other === undefined) return undefined
  return networkError(
    400,
    'MaxGatewayCountInVnetReached',
    `Virtual network ${parentId(subnet) ?? subnet} already has the gateway ${other.row.id} of type ${textAt(draft.sent.gatewayType) ?? 'Vpn'}.`,
  )
}

/** SKU, zones and use of each public address (VPN gateway document 5.5, numbers 2 to 4; ExpressRoute document 9, number 1). */
const addressRules: Rule = (draft) => {
  for (const address of configurations(draft).flatMap((one) => idAt(one.publicIPAddress) ?? [])) {
    const at = find(draft.exchange, address)
    if (at === undefined) continue
    const refusal = refuseAddress(draft, address, textAt(at.row.sku?.name), at.row.zones ?? [])
    if (refusal !== undefined) return refusal
    const other = ['virtualNetworkGateways', 'azureFirewalls']
      .flatMap((type) => referrers(draft.exchange, address, type))
      .find((one) => !sameId(one.row.id, draft.id))
    if (other !== undefined) {
      // In effect documented (VPN gateway document 2.2), code and text assumed.
      return networkError(
        400,
        'PublicIPAddressInUse',
        `Resource ${draft.id} is referencing public IP address ${address} that is already allocated to resource ${other.row.id}.`,
      )
    }
  }
  return undefined
}

function refuseAddress(draft: Draft, address: string, addressSku: string | undefined, zones: string[]) {
  const sku = skuOf(draft)
  const expressRoute = draft.sent.gatewayType === 'ExpressRoute'
  const { now } = draft.exchange
  const ended = now >= (expressRoute ? BASIC_ENDED.ExpressRoute : BASIC_ENDED.Vpn)
  // On a gateway of SKU Basic the documents contradict each other: either is taken.
  if (addressSku === 'Basic' && sku !== 'Basic' && (ended || isZonal(sku))) {
    const text = `Basic IP configuration is not supported: public IP address ${address} of gateway ${draft.id} has SKU Basic.`
    return expressRoute
      ? networkError(400, 'PublicIpWithBasicSkuNotAllowedOnExpressRouteGateways', text)
      : networkError(400, 'PublicIpWithBasicSkuNotAllowedOnVPNGateways', text)
  }
  if (addressSku !== 'Standard' || expressRoute || sku === undefined) return undefined
  if (isZonal(sku) && hasZones(draft.location) && zones.length === 0) {
    return networkError(
      400,
      'VmssVpnGatewayPublicIpsMustHaveZonesConfigured',
      `Standard public IPs associated with VPN gateways with AZ VPN skus must have zones configured. Gateway ${draft.id}, ` +
        `public IP address ${address}.`,
    )
  }
  if (familyOf(sku) === 'VpnGw' && zones.length > 0) {
    return networkError(
      400,
      'RegionalVmssVpnGatewayPublicIpsMustNotHaveZonesConfigured',
      `Standard public IPs associated with VPN gateways with non-AZ VPN skus must not have zones configured. Gateway ` +
        `${draft.id}, public IP address ${address}.`,
    )
  }
  return undefined
}

/** How many configurations and peers an active-active gateway has (VPN gateway document 5.5, numbers 7 to 9). */
const counts: Rule = (draft) => {
  const { sent, id } = draft
  const count = objectsAt(sent.ipConfigurations).length
  const clients = prefixesIn(
    objectAt(objectAt(sent.vpnClientConfiguration).vpnClientAddressPool).addressPrefixes,
  )
  if (sent.activeActive === true && sent.gatewayType !== 'ExpressRoute') {
    if (clients.length > 0 && isZonal(skuOf(draft)) && count !== 3) {
      return networkError(
        400,
        'ActiveActiveP2SGatewayMustHaveExactlyThreeIpConfigurations',
        `Active-active gateway ${id} with point-to-site configuration must have exactly three IP configurations.`,
      )
    }
    if (count !== 2 && count !== 3) {
      return networkError(
        400,
        'ActiveActiveGatewayMustHaveExactlyTwoIpConfigurations',
        `Active-active gateway ${id} must have exactly two IP configurations.`,
      )
    }
  }
  const peers = objectsAt(objectAt(sent.bgpSettings).bgpPeeringAddresses)
  // A gateway on its way back to active-standby still brings both (azure-cli recording 2023).
  if (sent.activeActive !== true || peers.length === 0 || peers.length === count) return undefined
  return networkError(
    400,
    'BgpPeeringAddressesCountNotCorrect',
    `The number of BgpPeeringAddresses of gateway ${id} is ${peers.length}, expected ${count}.`,
  )
}

/** Documented text (VPN gateway document 5.5, number 21); code assumed. */
const clientPool: Rule = (draft) => {
  const pool = objectAt(objectAt(draft.sent.vpnClientConfiguration).vpnClientAddressPool).addressPrefixes
  const [subnet] = configurations(draft).flatMap((one) => idAt(one.subnet) ?? [])
  const network = find(draft.exchange, parentId(subnet ?? '') ?? '')
  const space = prefixesIn(objectAt(network?.properties.addressSpace).addressPrefixes)
  const clash = prefixesIn(pool).flatMap((one) =>
    space.flatMap((other) => (overlaps(one, other) ? [[formatPrefix(one), formatPrefix(other)]] : [])),
  )[0]
  if (clash === undefined) return undefined
  return networkError(
    400,
    'VpnClientAddressPoolOverlapsWithVirtualNetwork',
    `The VPN client address pool overlaps with the virtual network's address space: ${clash.join(' and ')}. Gateway ${draft.id}.`,
  )
}

export const refuseAddresses = firstOf(
  referenced,
  subnetRules,
  addressRules,
  oneOfItsType,
  counts,
  clientPool,
)
