import { networkError } from '../../arm/refusals.ts'
import { nameOf, parentId } from '../../arm/ids.ts'
import type { Answer } from '../../arm/answer.ts'
import type { Prefix } from '../../../lib/cidr.ts'
import type { JsonObject } from '../../wire/json.ts'
import { objectAt, objectsAt, textAt } from '../../wire/read.ts'
import { find, livingIn } from '../find.ts'
import { allWithin, anyOverlap, prefixesIn, refusePrefixes } from './prefixes.ts'
import { firstOf, type Rule } from './rule.ts'

interface SubnetIn {
  name: string
  properties: JsonObject
}

/** Codes documented (VPN gateway document 5.5, numbers 10, 17 and 18); texts assumed. */
export const refuseVirtualNetwork = firstOf(
  ({ sent, id }) => refusePrefixes(id, objectAt(sent.addressSpace).addressPrefixes),
  (draft) => {
    const space = prefixesIn(objectAt(draft.sent.addressSpace).addressPrefixes)
    const inside = objectsAt(draft.sent.subnets).map((one) => ({
      name: textAt(one.name) ?? '',
      properties: objectAt(one.properties),
    }))
    for (const [index, subnet] of inside.entries()) {
      const refusal = refuseSubnetIn(draft.id, subnet, space, inside.slice(0, index))
      if (refusal !== undefined) return refusal
    }
    return undefined
  },
)

export const refuseSubnet: Rule = (draft) => {
  if (draft.inlined === true) return undefined
  const network = parentId(draft.id) ?? ''
  const at = find(draft.exchange, network)
  const others = livingIn(draft.exchange, `${network}/subnets`)
    .filter((one) => one.row.key !== draft.id.toLowerCase())
    .map((one) => ({ name: nameOf(one.row.id), properties: one.properties }))
  const space = prefixesIn(objectAt(at?.properties.addressSpace).addressPrefixes)
  return refuseSubnetIn(network, { name: draft.name, properties: draft.sent }, space, others)
}

function refuseSubnetIn(
  network: string,
  subnet: SubnetIn,
  space: Prefix[],
  others: SubnetIn[],
): Answer | undefined {
  const id = `${network}/subnets/${subnet.name}`
  const malformed = refusePrefixes(id, textsOf(subnet))
  if (malformed !== undefined) return malformed
  const own = prefixesIn(textsOf(subnet))
  if (space.length > 0 && !allWithin(own, space)) {
    return networkError(
      400,
      'NetcfgSubnetRangeOutsideVnet',
      `Subnet '${subnet.name}' is not valid because its IP address range is outside the IP address range of virtual ` +
        `network '${nameOf(network)}'.`,
    )
  }
  const crossed = others.find((one) => anyOverlap(own, prefixesIn(textsOf(one))))
  if (crossed !== undefined) {
    return networkError(
      400,
      'NetcfgSubnetRangesOverlap',
      `Subnet '${subnet.name}' is not valid because its IP address range overlaps with that of an existing subnet in ` +
        `virtual network '${nameOf(network)}'.`,
    )
  }
  if (subnet.name.toLowerCase() !== 'gatewaysubnet' || !subnet.properties.networkSecurityGroup)
    return undefined
  return networkError(
    400,
    'NetworkSecurityGroupCannotBeAttachedToGatewaySubnet',
    `Network security group cannot be attached to the gateway subnet ${id}.`,
  )
}

/** A subnet has either one prefix or a list (ARM contract 9.1). */
function textsOf({ properties }: SubnetIn) {
  const one = properties.addressPrefix
  return typeof one === 'string' ? [one] : properties.addressPrefixes
}
