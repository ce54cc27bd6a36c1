import { bandwidth } from '../format.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { MICROSOFT_PEERING } from '../edits/microsoft-peering.ts'
import { peeringOf, privatePeeringOf } from '../edits/peering.ts'

/** What Azure does not tell of an order. */
export interface HandOffMore {
  /** Whom the provider asks, as it was typed. */
  contact?: string | undefined
  /** What of the private peering is meant, where there is none yet. */
  vlan?: string | undefined
  asn?: string | undefined
  /** Subnets of both links, primary and secondary, of one family or of both. */
  links?: readonly string[] | undefined
  /** Of a Microsoft peering that is meant too; empty: not known yet. */
  microsoftVlan?: string | undefined
}

/** What a provider needs to know of a circuit, as label and value; the service key is apart, since it is shown only when asked for. */
export function handOffFacts(
  circuit: ExpressRouteCircuit,
  { contact = '', vlan = '', asn = '', links = [], microsoftVlan }: HandOffMore = {},
): { label: string; value: string }[] {
  const peering = privatePeeringOf(circuit)
  const known = peering?.vlanId
  const microsoft = peeringOf(circuit, MICROSOFT_PEERING)
  const facts: [string, string | undefined][] = [
    ['Provider', circuit.serviceProviderName],
    ['Peering location', circuit.peeringLocation],
    ['Bandwidth', circuit.bandwidthInMbps === undefined ? undefined : bandwidth(circuit.bandwidthInMbps)],
    ['SKU', circuit.sku],
    ['Circuit', circuit.name],
    ['VLAN ID, private peering', known === undefined ? toBeAgreed(vlan) : String(known)],
    ['VLAN ID, Microsoft peering', microsoftWords(microsoft?.vlanId, microsoftVlan)],
    ['AS number at our end', peering ? textOf(peering.peerASN) : asn.trim() || undefined],
    ['Links', 'two, a primary and a secondary, each with its own BGP session'],
    ['Subnets of the links', subnetsOf(peering ? linksIn(peering) : links)],
    ['Contact', contact.trim() === '' ? undefined : contact.trim()],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

function toBeAgreed(vlan: string): string {
  return vlan.trim() === '' ? 'to be agreed' : `${vlan.trim()}, to be agreed`
}

function microsoftWords(there: number | undefined, meant: string | undefined): string | undefined {
  if (there !== undefined) return String(there)
  return meant === undefined ? undefined : toBeAgreed(meant)
}

function linksIn({
  primaryPrefix,
  secondaryPrefix,
  ipv6,
}: ExpressRouteCircuit['peerings'][number]): string[] {
  return [primaryPrefix, secondaryPrefix, ipv6?.primaryPrefix, ipv6?.secondaryPrefix].flatMap(
    (one) => one ?? [],
  )
}

/** In pairs, as the links have them. */
function subnetsOf(links: readonly string[]): string | undefined {
  const [primary, secondary, ...more] = links
  if (!primary || !secondary) return undefined
  const pair = `${primary} (primary) and ${secondary} (secondary)`
  const others = subnetsOf(more)
  return others === undefined ? pair : `${pair}, ${others}`
}

function textOf(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value)
}

/** The card as plain text, with the key: for the provider alone. */
export function handOffText(circuit: ExpressRouteCircuit, more: HandOffMore = {}): string {
  const lines = handOffFacts(circuit, more).map(({ label, value }) => `${label}: ${value}`)
  return [
    'Order for an Azure ExpressRoute circuit',
    '',
    `Service key: ${circuit.serviceKey ?? 'not readable'}`,
    ...lines,
    '',
    'Please provision the circuit at your side with this service key, and tell us when both links are up.',
    '',
  ].join('\n')
}
