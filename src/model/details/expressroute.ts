import type { Estate } from '../estate.ts'
import { circuitResiliency } from '../circuit/circuit-resiliency.ts'
import { hubGatewaySection } from '../circuit/hub-connections.ts'
import { bandwidth, count } from '../format.ts'
import { parentId } from '../paths.ts'
import type {
  CircuitAuthorization,
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  ExpressRoutePort,
} from '../resources/expressroute.ts'
import type { Details, Field, FieldValue, Section } from './field.ts'
import { peeringsOf } from './circuit-peering.ts'
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
