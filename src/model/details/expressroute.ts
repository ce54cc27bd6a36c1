import type { Estate } from '../estate.ts'
import { circuitResiliency } from '../circuit/circuit-resiliency.ts'
import { hubGatewaySection } from '../circuit/hub-connections.ts'
import { bandwidth, count } from '../format.ts'
import { parentId } from '../paths.ts'
import type {
  CircuitAuthorization,
  CircuitPeering,
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  ExpressRoutePort,
  MicrosoftPeeringFacts,
} from '../resources/expressroute.ts'
import type { Details, Field, FieldValue, Section } from './field.ts'
import { absent, code, codes, field, resource, resources, state, stateIs, text, yesNo } from './values.ts'

export function circuitDetails(
  circuit: ExpressRouteCircuit,
  estate: Estate,
  cut: readonly string[],
): Details {
  const direct = circuit.expressRoutePortId !== undefined
  const essentials: Field[] = [
    field('Circuit state', stateIs(circuit.circuitProvisioningState, 'Enabled', 'unknown')),
    field(
      'Provider state',
      direct
        ? absent('none: it sits on an ExpressRoute Direct port')
        : stateIs(circuit.serviceProviderProvisioningState, 'Provisioned', 'attention'),
    ),
    field('SKU', text(circuit.sku)),
    field('Bandwidth', circuitBandwidth(circuit)),
    field('Resiliency', resiliencyOf(circuit, estate)),
    ...(direct
      ? [field('ExpressRoute Direct port', resource(circuit.expressRoutePortId, estate))]
      : [
          field('Provider', text(circuit.serviceProviderName)),
          field('Peering location', text(circuit.peeringLocation)),
        ]),
    field(
      'Service key',
      circuit.serviceKey === undefined
        ? absent(cut.includes('properties.serviceKey') ? 'left out of the snapshot' : 'not given by Azure')
        : { is: 'sensitive', text: circuit.serviceKey },
    ),
    field('Service tag', code(circuit.stag, 'not given by Azure')),
    field('Global Reach', yesNo(circuit.globalReachEnabled, 'enabled', 'not enabled')),
    field('Classic operations', yesNo(circuit.allowClassicOperations, 'allowed', 'not allowed')),
  ]
  return { essentials, sections: [peeringsOf(circuit, estate), authorizationsOf(circuit, estate)] }
}

function resiliencyOf(circuit: ExpressRouteCircuit, estate: Estate): FieldValue {
  const { level, verdict, sentence } = circuitResiliency(circuit, estate)
  return { is: 'state', text: level, verdict, meaning: sentence }
}

/** A provider circuit is counted in Mbps, one on a port in Gbps. */
function circuitBandwidth(circuit: ExpressRouteCircuit): FieldValue {
  if (circuit.bandwidthInMbps !== undefined) return text(bandwidth(circuit.bandwidthInMbps))
  if (circuit.bandwidthInGbps !== undefined) return text(bandwidth(circuit.bandwidthInGbps * 1000))
  return absent('not given by Azure')
}

function peeringsOf(circuit: ExpressRouteCircuit, estate: Estate): Section {
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
    empty: 'It has no peering. One can be created once the provider has provisioned the circuit.',
  }
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

function authorizationsOf(circuit: ExpressRouteCircuit, estate: Estate): Section {
  return {
    title: 'Authorizations',
    note: count(circuit.authorizations.length, 'authorization'),
    columns: [{ label: 'Authorization' }, { label: 'Use' }, { label: 'Used by' }],
    rows: circuit.authorizations.map((one) => ({
      key: one.id,
      cells: [resource(one.id, estate), text(one.useStatus), resource(one.connectionId, estate, 'nobody')],
    })),
    empty: 'Nobody else may connect to this circuit.',
  }
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

export function authorizationDetails(authorization: CircuitAuthorization, estate: Estate): Details {
  return {
    essentials: [
      field('Use', text(authorization.useStatus)),
      field('Circuit', resource(parentId(authorization.id), estate)),
      field('Used by', resource(authorization.connectionId, estate, 'no connection')),
      field('Authorization key', absent('a secret: its circuit shows it when asked')),
    ],
    sections: [],
  }
}

export function portDetails(port: ExpressRoutePort, estate: Estate): Details {
  return {
    essentials: [
      field('Peering location', text(port.peeringLocation)),
      field('Bandwidth', gigabits(port.bandwidthInGbps)),
      field('Used by circuits', gigabits(port.provisionedBandwidthInGbps)),
      field('Encapsulation', text(port.encapsulation)),
      field('Billing', text(port.billingType)),
      field('MTU', code(port.mtu)),
      field('EtherType', code(port.etherType)),
      field('Allocated', text(port.allocationDate)),
      field('Circuits', resources(port.circuitIds, estate)),
      field('Identities', resources(port.identityIds ?? [], estate, 'none: MACsec needs one')),
    ],
    sections: [
      {
        title: 'Links',
        columns: [
          { label: 'Admin state' },
          { label: 'Link' },
          { label: 'Router' },
          { label: 'Interface' },
          { label: 'Patch panel' },
          { label: 'Rack' },
          { label: 'Location' },
          { label: 'Connector' },
          { label: 'MACsec' },
          { label: 'CKN and CAK' },
          { label: 'SCI' },
        ],
        rows: port.links.map((link) => ({
          key: link.id ?? link.name,
          cells: [
            stateIs(link.adminState, 'Enabled', 'attention'),
            text(link.name),
            code(link.routerName),
            code(link.interfaceName),
            code(link.patchPanelId),
            code(link.rackId),
            text(link.coloLocation, 'not given'),
            text(link.connectorType, 'not given'),
            // Azure names a cipher of links without keys too.
            link.cknSecretIdentifier === undefined ? absent('off') : code(link.macSecCipher),
            codes([link.cknSecretIdentifier, link.cakSecretIdentifier].flatMap((one) => one ?? [])),
            text(link.sciState, 'not given'),
          ],
        })),
        empty: 'Azure lists no links.',
      },
    ],
  }
}

function gigabits(value: number | undefined): FieldValue {
  return value === undefined ? absent('not given by Azure') : text(bandwidth(value * 1000))
}

export function hubExpressRouteGatewayDetails(gateway: ExpressRouteGateway, estate: Estate): Details {
  return {
    essentials: [
      field('Virtual hub', resource(gateway.virtualHubId, estate)),
      field('Scale units', text(scale(gateway.minScaleUnits, gateway.maxScaleUnits))),
      field('Connections', resources(gateway.connectionIds, estate)),
      field(
        'Traffic from other networks',
        yesNo(gateway.allowNonVirtualWanTraffic, 'allowed', 'not allowed'),
      ),
    ],
    sections: [hubGatewaySection(gateway, estate)],
  }
}

function scale(min: number | undefined, max: number | undefined): string | undefined {
  if (min === undefined) return undefined
  return max === undefined || max === min ? String(min) : `${min} to ${max}`
}

export function hubExpressRouteConnectionDetails(
  connection: ExpressRouteConnection,
  estate: Estate,
): Details {
  const { circuitPeeringId } = connection
  return {
    essentials: [
      field('Gateway', resource(connection.gatewayId, estate)),
      field(
        'Circuit',
        resource(circuitPeeringId === undefined ? undefined : parentId(circuitPeeringId), estate),
      ),
      field('Circuit peering', resource(circuitPeeringId, estate)),
      field('Routing weight', text(connection.routingWeight)),
      field('Internet security', yesNo(connection.enableInternetSecurity, 'on', 'off')),
      field('FastPath', yesNo(connection.expressRouteGatewayBypass, 'on', 'off')),
      field('Private link over FastPath', yesNo(connection.enablePrivateLinkFastPath === true, 'on', 'off')),
    ],
    sections: [],
  }
}
