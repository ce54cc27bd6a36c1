import type { JsonObject } from '../../lib/json.ts'
import { typeOfId } from '../../model/paths.ts'
import { kindOfType } from '../../model/resources/kinds.ts'
import type { Envelope, Kind, Resource } from '../../model/resources/resource.ts'
import { withoutSecrets } from '../secrets.ts'
import { envelopeFromWire, type Read } from './envelope.ts'
import * as expressroute from './expressroute.ts'
import * as hubGateways from './hub-gateways.ts'
import * as network from './network.ts'
import { list, object, text } from './read.ts'
import * as virtualWan from './virtual-wan.ts'
import * as vpn from './vpn.ts'

type Mapper = (envelope: Envelope, properties: JsonObject) => Resource

const MAPPERS: Record<Kind, Mapper> = {
  virtualNetworkGateway: vpn.virtualNetworkGateway,
  connection: vpn.connection,
  localNetworkGateway: vpn.localNetworkGateway,
  natRule: vpn.natRule,
  expressRouteCircuit: expressroute.expressRouteCircuit,
  circuitPeering: expressroute.circuitPeering,
  circuitAuthorization: expressroute.circuitAuthorization,
  expressRoutePort: expressroute.expressRoutePort,
  expressRouteGateway: expressroute.expressRouteGateway,
  expressRouteConnection: expressroute.expressRouteConnection,
  virtualWan: virtualWan.virtualWan,
  virtualHub: virtualWan.virtualHub,
  hubVirtualNetworkConnection: virtualWan.hubVirtualNetworkConnection,
  hubRouteTable: virtualWan.hubRouteTable,
  routingIntent: virtualWan.routingIntent,
  hubBgpConnection: virtualWan.hubBgpConnection,
  vpnGateway: hubGateways.vpnGateway,
  vpnConnection: hubGateways.vpnConnection,
  vpnSite: hubGateways.vpnSite,
  vpnServerConfiguration: hubGateways.vpnServerConfiguration,
  p2sVpnGateway: hubGateways.p2sVpnGateway,
  virtualNetwork: network.virtualNetwork,
  subnet: network.subnet,
  virtualNetworkPeering: network.virtualNetworkPeering,
  publicIPAddress: network.publicIPAddress,
  azureFirewall: network.azureFirewall,
  other: (envelope) => ({ ...envelope, kind: 'other' }),
}

/** Where a resource's answer holds whole children, by their member of `properties`. */
const CHILDREN: Partial<Record<Kind, string[]>> = {
  virtualNetworkGateway: ['natRules'],
  expressRouteCircuit: ['peerings', 'authorizations'],
  expressRouteGateway: ['expressRouteConnections'],
  vpnGateway: ['connections'],
  virtualNetwork: ['subnets', 'virtualNetworkPeerings'],
}

/**
 * The one way from a body on the wire to the model, whoever read it: a list, a GET, Resource Graph, a write, a file.
 * Secrets are cut out here. Absent, null and wrong-typed members read as nothing; it never throws.
 * @returns `undefined` when the body has no id. A type the app does not know is of kind `other`.
 */
export function resourceFromWire(body: JsonObject, read: Read): Resource | undefined {
  const type = text(body.type) ?? typeOfId(text(body.id) ?? '') ?? ''
  return fromClean(withoutSecrets(type, body), read)
}

/**
 * A resource with the children its answer carries, as resources of their own; those without an id are left out.
 * @returns the resource first; empty when the body has no id
 */
export function familyFromWire(body: JsonObject, read: Read): Resource[] {
  const resource = resourceFromWire(body, read)
  if (!resource) return []
  const properties = object(resource.body.properties)
  const children = (CHILDREN[resource.kind] ?? []).flatMap((member) => list(properties[member]))
  return [resource, ...children.flatMap((child) => fromClean(child, read) ?? [])]
}

function fromClean(body: JsonObject, read: Read): Resource | undefined {
  const envelope = envelopeFromWire(body, read)
  return envelope && MAPPERS[kindOf(envelope)](envelope, object(body.properties))
}

/** By the type it says it has; by its id where it says none, or one nobody knows. */
function kindOf(envelope: Envelope): Kind {
  const kind = kindOfType(envelope.type)
  return kind === 'other' ? kindOfType(typeOfId(envelope.id) ?? '') : kind
}
