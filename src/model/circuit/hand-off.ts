import { bandwidth } from '../format.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { privatePeeringOf } from '../edits/peering.ts'

/** What Azure does not tell of an order. */
export interface HandOffMore {
  /** Whom the provider asks, as it was typed. */
  contact?: string | undefined
  /** The VLAN ID that is meant, where there is no peering yet. */
  vlan?: string | undefined
}

/** What a provider needs to know of a circuit, as label and value; the service key is apart, since it is shown only when asked for. */
export function handOffFacts(
  circuit: ExpressRouteCircuit,
  { contact = '', vlan = '' }: HandOffMore = {},
): { label: string; value: string }[] {
  const known = privatePeeringOf(circuit)?.vlanId
  const meant = vlan.trim() === '' ? 'to be agreed' : `${vlan.trim()}, to be agreed`
  const facts: [string, string | undefined][] = [
    ['Provider', circuit.serviceProviderName],
    ['Peering location', circuit.peeringLocation],
    ['Bandwidth', circuit.bandwidthInMbps === undefined ? undefined : bandwidth(circuit.bandwidthInMbps)],
    ['SKU', circuit.sku],
    ['Circuit', circuit.name],
    ['VLAN ID, private peering', known === undefined ? meant : String(known)],
    ['Links', 'two, a primary and a secondary, each with its own BGP session'],
    ['Contact', contact.trim() === '' ? undefined : contact.trim()],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
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
    'Please provision the circuit at your side with this service key, and tell when both links are up.',
    '',
  ].join('\n')
}
