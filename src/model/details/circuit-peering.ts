import { whyNoPeering } from '../edits/peering.ts'
import type { Estate } from '../estate.ts'
import { count } from '../format.ts'
import { parentId } from '../paths.ts'
import type { CircuitPeering, ExpressRouteCircuit, MicrosoftPeeringFacts } from '../resources/expressroute.ts'
import type { Details, Field, FieldValue, Section } from './field.ts'
import { absent, code, codes, field, resource, resources, state, stateIs, text } from './values.ts'

export function peeringsOf(circuit: ExpressRouteCircuit, estate: Estate): Section {
  return {
    title: 'Peerings',
    note: count(circuit.peerings.length, 'peering'),
    columns: [
      { label: 'State' },
      { label: 'Peering' },
      { label: 'VLAN', align: 'end' },
      { label: 'Peer AS', align: 'end' },
      { label: 'Primary subnet' },
      { label: 'Secondary subnet' },
      { label: 'IPv6 subnets' },
      { label: 'Public prefixes' },
      { label: 'Route filter' },
    ],
    rows: circuit.peerings.map((peering) => ({
      key: peering.id,
      cells: [
        stateIs(peering.state, 'Enabled', 'attention'),
        resource(peering.id, estate),
        code(peering.vlanId),
        code(peering.peerASN),
        code(peering.primaryPrefix),
        code(peering.secondaryPrefix),
        codes([peering.ipv6?.primaryPrefix, peering.ipv6?.secondaryPrefix].flatMap((one) => one ?? [])),
        validation(peering.microsoft),
        resources([peering.microsoft?.routeFilterId, peering.ipv6?.microsoft?.routeFilterId], estate),
      ],
    })),
    empty: withoutPeering(circuit),
  }
}

function withoutPeering(circuit: ExpressRouteCircuit): string {
  return whyNoPeering(circuit) === undefined
    ? 'It has no peering yet, so nothing can use it.'
    : 'It has no peering. One can be created once the provider has provisioned the circuit.'
}

/** Azure's check of who owns the prefixes of a Microsoft peering. */
function validation(microsoft: MicrosoftPeeringFacts | undefined): FieldValue {
  if (microsoft === undefined || microsoft.prefixes.length === 0) return absent('none')
  return {
    is: 'list',
    items: [
      ...microsoft.prefixes.map((prefix): FieldValue => ({ is: 'code', text: prefix })),
      prefixesState(microsoft.prefixesState),
    ],
  }
}

/** (ExpressRoute document 3.1) */
function prefixesState(value: string | undefined): FieldValue {
  if (value?.toLowerCase() === 'validationneeded')
    return state(
      value,
      'attention',
      'Microsoft has to check that the prefixes are yours: open a support request with proof. BGP stays down until then',
    )
  return stateIs(value, 'Configured', 'attention')
}

export function circuitPeeringDetails(peering: CircuitPeering, estate: Estate): Details {
  return {
    essentials: [
      field('Peering type', text(peering.peeringType)),
      field('State', stateIs(peering.state, 'Enabled', 'attention')),
      field('Circuit', resource(parentId(peering.id), estate)),
      field('VLAN', code(peering.vlanId)),
      field('Peer AS', code(peering.peerASN)),
      field('Microsoft AS', code(peering.azureASN)),
      field('Primary subnet', code(peering.primaryPrefix)),
      field('Secondary subnet', code(peering.secondaryPrefix)),
      field('Primary port', code(peering.primaryAzurePort, 'not given by Azure')),
      field('Secondary port', code(peering.secondaryAzurePort, 'not given by Azure')),
      ...microsoftFields('', peering.microsoft, estate),
      ...(peering.ipv6 === undefined
        ? []
        : [
            field('IPv6 state', stateIs(peering.ipv6.state, 'Enabled', 'attention')),
            field('IPv6 primary subnet', code(peering.ipv6.primaryPrefix)),
            field('IPv6 secondary subnet', code(peering.ipv6.secondaryPrefix)),
            ...microsoftFields('IPv6 ', peering.ipv6.microsoft, estate),
          ]),
    ],
    sections: [],
  }
}

function microsoftFields(
  family: '' | 'IPv6 ',
  microsoft: MicrosoftPeeringFacts | undefined,
  estate: Estate,
): Field[] {
  if (microsoft === undefined) return []
  const { prefixes, prefixesState: told, customerASN, registry, routeFilterId } = microsoft
  const word = (text: string) => (family === '' ? text : `${family}${text.toLowerCase()}`)
  return [
    field(word('Advertised prefixes'), codes(prefixes)),
    field(word('Prefix validation'), prefixesState(told)),
    field(word('Prefixes registered for'), code(customerASN === 0 ? undefined : customerASN, 'the peer AS')),
    field(word('Registry'), text(registry)),
    field(word('Route filter'), resource(routeFilterId, estate, 'none: Microsoft advertises nothing')),
  ]
}
