import { parseAddress } from '../../../lib/cidr.ts'
import { networkError } from '../../arm/refusals.ts'
import type { OperationFailure } from '../../store/rows.ts'
import { numberAt, objectAt, textAt } from '../../wire/read.ts'
import type { Draft } from '../network-type.ts'
import { refuseAsn } from './asn.ts'
import { refusePrefixes } from './prefixes.ts'
import { firstOf } from './rule.ts'

/** Recorded (azure-xplat-cli 2017, recorded behaviour 3), but for the last two. */
export const refuseLocalNetworkGateway = firstOf(
  ({ sent }) => {
    const address = textAt(sent.gatewayIpAddress)
    if (address === undefined || address === '' || parseAddress(address)?.family === 4) return undefined
    return networkError(400, 'InvalidIpAddress', `The IP Address ${address} is invalid.`)
  },
  ({ sent, id }) => refusePrefixes(id, objectAt(sent.localNetworkAddressSpace).addressPrefixes),
  ({ sent, id }) =>
    numberAt(objectAt(sent.bgpSettings).asn) === 0
      ? networkError(
          400,
          'LocalNetworkGatewayCannotHaveZeroAsn',
          `The local network gateway ${id} cannot have an ASN of zero`,
        )
      : undefined,
  ({ sent, id }) => refuseAsn(id, objectAt(sent.bgpSettings).asn, 'other'),
  // Documented (VPN gateway document 4); code and text assumed.
  ({ sent, id }) =>
    textAt(sent.gatewayIpAddress) && textAt(sent.fqdn)
      ? networkError(
          400,
          'LocalNetworkGatewayIpAddressAndFqdnNotAllowed',
          `The local network gateway ${id} can have either an IP address or an FQDN, not both.`,
        )
      : undefined,
)

/** Recorded as a late failure, not a refusal (recorded behaviour 3; there with a blank before code and text, as in 2017). */
export function failsWithBadPeer({ sent }: Draft): OperationFailure | undefined {
  const peer = textAt(objectAt(sent.bgpSettings).bgpPeeringAddress)
  if (peer === undefined || peer === '' || parseAddress(peer) !== undefined) return undefined
  return {
    code: 'InternalError',
    message: `BadRequest: InvalidIPAddress - The specified BGP peer IP address '${peer}' is not valid.`,
  }
}
