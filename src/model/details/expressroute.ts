import type { Estate } from '../estate.ts'
import { bandwidth, count } from '../format.ts'
import { parentId } from '../paths.ts'
import type {
  CircuitAuthorization,
  CircuitPeering,
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  ExpressRoutePort,
} from '../resources/expressroute.ts'
import type { Details, Field, FieldValue, Section } from './field.ts'
import { absent, code, codes, field, resource, resources, stateIs, text, yesNo } from './values.ts'

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
      ],
    })),
    empty: 'It has no peering. One can be created once the provider has provisioned the circuit.',
  }
}

function authorizationsOf(circuit: ExpressRouteCircuit, estate: Estate): Section {
  return {
    title: 'Authorizations',
    note: count(circuit.authorizations.length, 'authorization'),
    columns: [{ label: 'Authorization' }, { label: 'Use' }],
    rows: circuit.authorizations.map((one) => ({
      key: one.id,
      cells: [resource(one.id, estate), text(one.useStatus)],
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
      ...(peering.advertisedPublicPrefixes.length > 0
        ? [
            field('Advertised prefixes', codes(peering.advertisedPublicPrefixes)),
            field(
              'Prefix validation',
              stateIs(peering.advertisedPublicPrefixesState, 'Configured', 'attention'),
            ),
          ]
        : []),
    ],
    sections: [],
  }
}

export function authorizationDetails(authorization: CircuitAuthorization, estate: Estate): Details {
  return {
    essentials: [
      field('Use', text(authorization.useStatus)),
      field('Circuit', resource(parentId(authorization.id), estate)),
      field('Used by', resource(authorization.connectionId, estate, 'no connection')),
      field('Authorization key', absent('a secret: not read')),
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
          { label: 'MACsec cipher' },
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
            code(link.macSecCipher),
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
    sections: [],
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
    ],
    sections: [],
  }
}
