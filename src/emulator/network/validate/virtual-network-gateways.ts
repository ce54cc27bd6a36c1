import { contains, parseAddress, parsePrefix } from '../../../lib/cidr.ts'
import { networkError } from '../../arm/refusals.ts'
import type { Json } from '../../wire/json.ts'
import { arrayAt, objectAt, objectsAt, textAt } from '../../wire/read.ts'
import type { Draft } from '../network-type.ts'
import { refuseAsn } from './asn.ts'
import { refuseClientSignIn } from './client-sign-in.ts'
import { refuseAddresses } from './gateway-addresses.ts'
import { refuseSku, skuOf } from './gateway-skus.ts'
import { references } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/** Azure's APIPA addresses (VPN gateway document 3.2). */
const APIPA = ['169.254.21.0/24', '169.254.22.0/24'].flatMap((one) => parsePrefix(one) ?? [])

/** Recorded (azure-xplat-cli 2017, recorded behaviour 3). */
const clientPrefixes: Rule = ({ sent, id }) => {
  const pool = arrayAt(objectAt(objectAt(sent.vpnClientConfiguration).vpnClientAddressPool).addressPrefixes)
  if (!pool.some((one) => typeof one === 'string' && parsePrefix(one) === undefined)) return undefined
  return networkError(
    400,
    'InvalidVpnClientAddressPrefixOrCidr',
    `The VPN client configuration specified for gateway ${id} has an invalid IP or CIDR notation`,
  )
}

/** That the types cannot be changed is documented (VPN gateway document 3.1); code and text assumed. */
const immutable: Rule = ({ sent, before, id }) => {
  const member = ['gatewayType', 'vpnType'].find(
    (one) =>
      before !== undefined &&
      sent[one] !== undefined &&
      before.properties[one] !== undefined &&
      lower(sent[one]) !== lower(before.properties[one]),
  )
  if (member === undefined) return undefined
  return networkError(
    400,
    'VirtualNetworkGatewayPropertyCannotBeChanged',
    `The property ${member} of virtual network gateway ${id} cannot be changed after it is created.`,
  )
}

/** What Basic and policy-based gateways lack (VPN gateway document 1.6 and 3.1); code and text assumed. */
const features: Rule = (draft) => {
  const { sent, id } = draft
  if ((sent.gatewayType ?? 'Vpn') !== 'Vpn' || skuOf(draft) === undefined) return undefined
  const basic = skuOf(draft) === 'Basic'
  const asked =
    (basic && sent.activeActive === true && 'active-active') ||
    (basic && sent.enableBgp === true && 'BGP') ||
    (/^(Basic|VpnGw1(AZ)?)$/.test(skuOf(draft) ?? '') &&
      objectsAt(sent.natRules).length > 0 &&
      'NAT rules') ||
    (!basic && sent.vpnType === 'PolicyBased' && 'vpnType PolicyBased')
  if (asked === false) return undefined
  return networkError(
    400,
    'FeatureNotSupportedByGatewaySku',
    `Virtual network gateway ${id} with SKU ${skuOf(draft)} does not support ${asked}.`,
  )
}

/** Only Azure's range of APIPA addresses (VPN gateway document 3.2); code and text assumed. */
const customAddresses: Rule = ({ sent, id }) => {
  const bad = objectsAt(objectAt(sent.bgpSettings).bgpPeeringAddresses)
    .flatMap((peer) => arrayAt(peer.customBgpIpAddresses))
    .flatMap((one) => textAt(one) ?? [])
    .find((one) => !isApipa(one))
  if (bad === undefined) return undefined
  return networkError(
    400,
    'InvalidCustomBgpIpAddress',
    `The custom BGP IP address ${bad} of gateway ${id} must be between 169.254.21.0 and 169.254.22.255.`,
  )
}

function isApipa(text: string): boolean {
  const address = parseAddress(text)
  return address !== undefined && APIPA.some((range) => contains(range, address))
}

function lower(value: Json | undefined): string | undefined {
  return textAt(value)?.toLowerCase()
}

export const refuseVirtualNetworkGateway = firstOf(
  immutable,
  refuseSku,
  clientPrefixes,
  refuseClientSignIn,
  refuseAddresses,
  references(({ sent }: Draft) => [
    { member: 'gatewayDefaultSite', value: sent.gatewayDefaultSite, type: 'localNetworkGateways' },
  ]),
  features,
  ({ sent, id }) => refuseAsn(id, objectAt(sent.bgpSettings).asn, 'azure'),
  customAddresses,
)
