import { bandwidth } from '../format.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { privatePeeringOf } from '../edits/peering.ts'

/** What a provider needs to know of a circuit, as label and value; the service key is apart, since it is shown only when asked for. */
export function handOffFacts(circuit: ExpressRouteCircuit): { label: string; value: string }[] {
  const peering = privatePeeringOf(circuit)
  const facts: [string, string | undefined][] = [
    ['Provider', circuit.serviceProviderName],
    ['Peering location', circuit.peeringLocation],
    ['Bandwidth', circuit.bandwidthInMbps === undefined ? undefined : bandwidth(circuit.bandwidthInMbps)],
    ['SKU', circuit.sku],
    ['Circuit', circuit.name],
    ['VLAN ID, private peering', peering?.vlanId === undefined ? 'to be agreed' : String(peering.vlanId)],
    ['Links', 'two, a primary and a secondary, each with its own BGP session'],
  ]
  return facts.flatMap(([label, value]) => (value === undefined ? [] : [{ label, value }]))
}

/** The card as plain text, with the key: for the provider alone. */
export function handOffText(circuit: ExpressRouteCircuit): string {
  const lines = handOffFacts(circuit).map(({ label, value }) => `${label}: ${value}`)
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
