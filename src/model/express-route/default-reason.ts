import { isTouched } from '../wizard/touched.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { FAR_KM, NEAR_KM } from './circuit-choices.ts'
import { knownProviders } from './circuit-defaults.ts'
import { SCALE } from './gateway-skus.ts'
import { locationFacts } from '../circuit/locations.ts'
import { circuitNameOf, existingNetwork, hubOf } from './place.ts'
import type { Surroundings } from './surroundings.ts'

/** Why a field has what it has while nobody touched it, as one sentence; `undefined` where somebody did, or where nothing was proposed. */
export function defaultReason(field: string, answers: Answers, around: Surroundings): string | undefined {
  if (isTouched(answers, field)) return undefined
  const [part = '', member = '', ...rest] = field.split('.')
  switch (part) {
    case 'goal':
      return goalReason(member, answers)
    case 'circuits': {
      const circuit = answers.circuits[Number(member)]
      return circuit && circuitReason(circuit, Number(member), rest.join('.'), answers, around)
    }
    case 'gateway':
      return gatewayReason(member, answers, around)
    default:
      return undefined
  }
}

function goalReason(member: string, { goal }: Answers): string | undefined {
  switch (member) {
    case 'resiliency':
      return 'Azure recommends it for production: a location, a provider or a building can fail and traffic goes on.'
    case 'group':
      return goal.group.is === 'new'
        ? 'Nothing of the region was found that would suggest one that is there.'
        : 'Most virtual networks and gateways of the region are in it.'
    case 'port':
      return 'Most circuits come from a provider; a port of one’s own is for 10 Gbps and more.'
    default:
      return undefined
  }
}

function circuitReason(
  circuit: CircuitAnswers,
  index: number,
  field: string,
  answers: Answers,
  around: Surroundings,
): string | undefined {
  const second = index > 0
  switch (field) {
    case 'region':
      return 'The region of the gateway. It need not be near the peering location, which is chosen apart.'
    case 'provider':
      if (circuit.provider === '' || !knownProviders(around).includes(circuit.provider)) return undefined
      return second
        ? 'Another provider than the first circuit’s, and one that has circuits of yours already.'
        : 'It has circuits of yours already.'
    case 'location':
      return locationReason(circuit, second)
    case 'bandwidth':
      return second
        ? 'The same as the first circuit has: either has to carry all of it when the other fails.'
        : 'A size that providers usually sell. It can be raised without interruption, and never lowered.'
    case 'portId':
      return circuit.portId === '' ? undefined : 'The first pair of ports that was read.'
    case 'gbps':
      return 'The smallest of the port. It can be raised without interruption, and never lowered.'
    case 'rateLimiting':
      return circuit.rateLimiting
        ? 'The port has other circuits, and each is to have its share.'
        : 'The port has no other circuit.'
    case 'tier':
      return 'Standard reaches all regions of the geopolitical area. Premium is needed across areas and for Microsoft 365.'
    case 'family':
      return circuit.tier === 'Local'
        ? 'Local is billed as UnlimitedData alone.'
        : 'Pays by what leaves Azure. It can be changed to UnlimitedData later, and not back.'
    case 'name':
      return 'Named after its peering location; free in the resource group.'
    default:
      return (
        peeringReason(circuit, index, field, answers) ??
        microsoftReason(circuit, index, field) ??
        connectionReason(field, answers)
      )
  }
}

function locationReason({ location, region }: CircuitAnswers, second: boolean): string | undefined {
  if (location === '') return undefined
  if (second)
    return `The nearest location of the provider that is ${NEAR_KM} to ${FAR_KM.toLocaleString('en')} km from the first: far enough for one disaster, near enough for the same delay.`
  return locationFacts(location)?.localRegions.includes(region)
    ? 'Next to the region, as far as is known here.'
    : undefined
}

function peeringReason(
  { peering }: CircuitAnswers,
  index: number,
  field: string,
  { circuits }: Answers,
): string | undefined {
  switch (field) {
    case 'peering.addressing':
      return 'IPv4 alone, which most networks use; IPv6 can be added later.'
    case 'peering.asn':
      if (peering.asn === '') return undefined
      return index > 0 && circuits[0]?.peering.asn === peering.asn
        ? 'The same AS as with the first circuit.'
        : 'The AS that your other circuits have.'
    case 'peering.primary':
    case 'peering.secondary':
    case 'peering.primary6':
    case 'peering.secondary6':
      return 'The next free subnets, as far as was read.'
    case 'peering.vlan':
      return 'The next free VLAN ID, as far as was read.'
    case 'peering.md5':
      return 'Most private peerings have none; both sides need the same.'
    default:
      return undefined
  }
}

function microsoftReason({ microsoft }: CircuitAnswers, index: number, field: string): string | undefined {
  const second = index > 0
  const same = (value: string) => (second && value !== '' ? 'The same as over the first circuit.' : undefined)
  switch (field) {
    case 'microsoft.addressing':
      return 'IPv4 alone; IPv6 can be added later.'
    case 'microsoft.asn':
      if (microsoft.asn === '') return 'Best a public one: a private AS number is validated by hand.'
      return second ? 'The same AS as with the first circuit.' : 'The AS of the private peering.'
    case 'microsoft.vlan':
      return 'The next free VLAN ID; another one than the private peering has.'
    case 'microsoft.prefixes':
      return same(microsoft.prefixes)
    case 'microsoft.prefixes6':
      return same(microsoft.prefixes6)
    case 'microsoft.customerAsn':
      return same(microsoft.customerAsn)
    case 'microsoft.registry':
      return same(microsoft.registry)
    case 'microsoft.routeFilter':
      return same(microsoft.routeFilter)
    case 'microsoft.routeFilter6':
      return same(microsoft.routeFilter6)
    default:
      return undefined
  }
}

function connectionReason(field: string, { circuits }: Answers): string | undefined {
  switch (field) {
    case 'connection.name':
      return 'Named after the gateway and the circuit; free in the resource group.'
    case 'connection.weight':
      return circuits.length > 1
        ? 'Both weigh the same, so that they share the traffic and either takes over.'
        : 'Azure’s own; it matters once there is a second circuit.'
    case 'connection.fastPath':
      return 'Off: it needs a larger gateway, and some services behind it are not reached.'
    default:
      return undefined
  }
}

function gatewayReason(member: string, answers: Answers, around: Surroundings): string | undefined {
  const { goal, gateway, circuits } = answers
  const there = goal.to === 'hub' ? hubOf(answers, around) : existingNetwork(answers, around)
  switch (member) {
    case 'region':
      return there
        ? `Given by ${there.name}: its gateway is in the same region.`
        : 'Most of the subscription’s virtual networks are there.'
    case 'group':
      return there ? `The resource group of ${there.name}.` : 'The resource group of the circuits.'
    case 'name':
      return 'Named after the virtual network, the hub or the region; free in the resource group.'
    case 'sku':
      return `The smallest that carries ${circuits.length > 1 ? 'what both circuits carry together' : `what ${circuits[0] ? circuitNameOf(circuits[0]) || 'the circuit' : 'the circuit'} carries`}, in availability zones where the region has them.`
    case 'units':
      if (goal.to === 'hub') return 'With two units nothing dips while Azure maintains the gateway.'
      return gateway.sku === SCALE
        ? 'As many as the circuits need; two are the least to scale by itself.'
        : undefined
    case 'address':
      return 'Azure gives an ExpressRoute gateway its address itself.'
    case 'addressSpace':
      return 'Nothing that was read uses it.'
    case 'addressSpace6':
      return 'A private space (RFC 4193) of this set-up alone, since its private peering has IPv6.'
    case 'gatewaySubnet':
      return gateway.gatewaySubnet.endsWith('/27')
        ? 'The last free /27 of the address space, the size that Azure needs here.'
        : undefined
    default:
      return undefined
  }
}
