import { hasHostBits, overlaps, parsePrefix, type Prefix } from '../../../lib/cidr.ts'
import type { Answer } from '../../arm/answer.ts'
import { parentId } from '../../arm/ids.ts'
import { networkError } from '../../arm/refusals.ts'
import type { OperationFailure } from '../../store/rows.ts'
import type { Json, JsonObject } from '../../wire/json.ts'
import { numberAt, objectAt, textAt } from '../../wire/read.ts'
import { find, livingIn } from '../find.ts'
import type { Draft } from '../network-type.ts'
import { references } from './references.ts'
import { firstOf, type Rule } from './rule.ts'

/** Public peering was closed to new ones (ExpressRoute document 3); recordings of early 2018 still made some. */
const PUBLIC_PEERING_ENDED = Date.UTC(2019, 0, 1)

/** The rules are documented (ExpressRoute document 3.1); code and text are assumed. */
function invalid(id: string, reason: string): Answer {
  return networkError(400, 'InvalidExpressRouteCircuitPeering', `The peering ${id} is invalid. ${reason}`)
}

const numbers: Rule = ({ sent, id }) => {
  const asn = numberAt(sent.peerASN)
  const reserved = asn !== undefined && (asn === 12076 || (asn >= 65515 && asn <= 65520))
  if (asn !== undefined && (reserved || asn < 1 || asn > 4_294_967_294)) {
    return invalid(id, `The peer ASN ${asn} cannot be used.`)
  }
  const vlan = numberAt(sent.vlanId)
  return vlan !== undefined && (vlan < 1 || vlan > 4094)
    ? invalid(id, 'The VLAN id must be between 1 and 4094.')
    : undefined
}

function pair(id: string, holder: Json | undefined, length: number): Answer | undefined {
  const { primaryPeerAddressPrefix, secondaryPeerAddressPrefix } = objectAt(holder)
  const texts = [primaryPeerAddressPrefix, secondaryPeerAddressPrefix].flatMap((one) => textAt(one) || [])
  const [first, second] = texts.map((text) => parsePrefix(text))
  const bad = texts.find((text) => parsePrefix(text)?.length !== length || hasHostBits(text))
  if (bad !== undefined) return invalid(id, `The address prefix ${bad} must be a /${length}.`)
  if (texts.length === 1) return invalid(id, 'Both the primary and the secondary address prefix are needed.')
  return first !== undefined && second !== undefined && overlaps(first, second)
    ? invalid(id, 'The primary and the secondary address prefix overlap.')
    : undefined
}

const kind: Rule = ({ sent, id, name, before, exchange }) => {
  const type = textAt(sent.peeringType)
  if (type !== undefined && type.toLowerCase() !== name.toLowerCase()) {
    return invalid(id, `The peering type ${type} does not match its name.`)
  }
  if (name === 'AzurePrivatePeering' && sent.routeFilter)
    return invalid(id, 'Only Microsoft peering has a route filter.')
  return name === 'AzurePublicPeering' && before === undefined && exchange.now >= PUBLIC_PEERING_ENDED
    ? invalid(id, 'Azure public peering cannot be created any more.')
    : undefined
}

/**
 * Whether the provider has provisioned the circuit is not asked: the service was recorded making peerings of circuits that are
 * NotProvisioned (2018 to 2023), against ExpressRoute document 2.6 and 9, number 5.
 */
export const refusePeering = firstOf(
  references(({ sent }) => [{ member: 'routeFilter', value: sent.routeFilter, type: 'routeFilters' }]),
  kind,
  numbers,
  ({ sent, id }) => pair(id, sent, 30),
  ({ sent, id }) => pair(id, sent.ipv6PeeringConfig, 126),
)

/** Recorded as a late failure (azure-xplat-cli 2017, recorded behaviour 3): Microsoft peering needs Premium. */
function failsForSku({ name, id, exchange }: Draft): OperationFailure | undefined {
  const tier = textAt(find(exchange, parentId(id) ?? '')?.row.sku?.tier)
  if (name !== 'MicrosoftPeering' || tier === undefined || tier === 'Premium') return undefined
  return {
    code: 'InvalidSkuTypeForMicrosoftPeering',
    message: `Invalid SkuType ${tier} for creating Microsoft Peering.`,
  }
}

/**
 * A second peering with the addresses of the first fails without a reason (ExpressRoute document 9, number 8); code and text as other
 * such ends were recorded. A VLAN in use is taken (number 7).
 */
function failsForAddresses({ sent, id, exchange }: Draft): OperationFailure | undefined {
  const own = linksIn(sent)
  const other = livingIn(exchange, `${parentId(id)?.toLowerCase() ?? ''}/peerings`).find(
    ({ row, properties }) =>
      row.key !== id.toLowerCase() &&
      linksIn(properties).some((link) => own.some((one) => overlaps(one, link))),
  )
  return other && { code: 'InternalServerError', message: 'An error occurred.' }
}

function linksIn(holder: JsonObject): Prefix[] {
  return ['primaryPeerAddressPrefix', 'secondaryPeerAddressPrefix'].flatMap(
    (member) => parsePrefix(textAt(holder[member]) ?? '') ?? [],
  )
}

/** What a peering is accepted with and fails of. */
export function failsPeering(draft: Draft): OperationFailure | undefined {
  return failsForSku(draft) ?? failsForAddresses(draft)
}
