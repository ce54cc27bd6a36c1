import { locationName } from '../../arm/locations.ts'
import { LOCATIONS } from '../../arm/location-table.ts'
import { networkError } from '../../arm/refusals.ts'
import { arrayAt, objectAt } from '../../wire/read.ts'
import { firstOf } from './rule.ts'

/** Basic addresses are retired (VPN gateway document 2.2). */
const BASIC_RETIRED = Date.UTC(2025, 8, 30)

/** Codes documented (VPN gateway document 5.5, ARM contract 5); texts assumed where the documents do not quote them. */
export const refusePublicIpAddress = firstOf(
  ({ body, id }) =>
    objectAt(body.sku).tier === 'Global' && objectAt(body.sku).name === 'Basic'
      ? networkError(
          400,
          'GlobalPublicIPAddressNotSupportedForBasicPublicIpAddress',
          `Global tier is not supported for the Basic public IP address ${id}.`,
        )
      : undefined,
  ({ body, exchange, before }) =>
    before === undefined && objectAt(body.sku).name === 'Basic' && exchange.now >= BASIC_RETIRED
      ? networkError(
          400,
          'IPv4BasicSkuPublicIpCountLimitReached',
          'Cannot create more than 0 IPv4 Basic SKU public IP addresses for this subscription in this region.',
        )
      : undefined,
  // The text is documented (5.5, number 24), the code assumed.
  ({ sent, body }) =>
    sent.publicIPAllocationMethod === 'Dynamic' && objectAt(body.sku).name === 'Standard'
      ? networkError(
          400,
          'StandardSkuPublicIPAddressMustBeStatic',
          'Static IP allocation must be used when creating Standard SKU public IP addresses.',
        )
      : undefined,
  ({ body, location }) =>
    arrayAt(body.zones).length > 0 && !hasZones(location)
      ? networkError(
          400,
          'LocationNotSupportAvailabilityZones',
          `The location '${location}' does not support availability zones.`,
        )
      : undefined,
)

export function hasZones(location: string): boolean {
  return LOCATIONS.some((row) => row.name === locationName(location) && row.zones)
}
