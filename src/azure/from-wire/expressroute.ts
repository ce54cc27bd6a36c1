import type { JsonObject } from '../../lib/json.ts'
import { parentId } from '../../model/paths.ts'
import type {
  CircuitAuthorization,
  CircuitPeering,
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  ExpressRoutePort,
  GlobalReachConnection,
  MicrosoftPeeringFacts,
  PeeringIpv6,
} from '../../model/resources/expressroute.ts'
import type { Envelope } from '../../model/resources/resource.ts'
import { flag, inner, list, nameOr, num, object, ref, refs, text, texts } from './read.ts'

export function expressRouteCircuit(envelope: Envelope, p: JsonObject): ExpressRouteCircuit {
  const sku = object(envelope.body.sku)
  const provider = object(p.serviceProviderProperties)
  return {
    ...envelope,
    kind: 'expressRouteCircuit',
    sku: text(sku.name),
    tier: text(sku.tier),
    family: text(sku.family),
    circuitProvisioningState: text(p.circuitProvisioningState),
    serviceProviderProvisioningState: text(p.serviceProviderProvisioningState),
    serviceProviderNotes: text(p.serviceProviderNotes),
    serviceProviderName: text(provider.serviceProviderName),
    peeringLocation: text(provider.peeringLocation),
    bandwidthInMbps: num(provider.bandwidthInMbps),
    expressRoutePortId: ref(p.expressRoutePort),
    bandwidthInGbps: num(p.bandwidthInGbps),
    serviceKey: text(p.serviceKey),
    stag: num(p.stag),
    globalReachEnabled: flag(p.globalReachEnabled),
    allowClassicOperations: flag(p.allowClassicOperations),
    peerings: list(p.peerings).map((entry, index) => ({
      id: ref(entry) ?? '',
      name: nameOr(entry, index),
      peeringType: text(inner(entry).peeringType),
      state: text(inner(entry).state),
      provisioningState: text(inner(entry).provisioningState),
      lastModifiedBy: text(inner(entry).lastModifiedBy),
      vlanId: num(inner(entry).vlanId),
      peerASN: num(inner(entry).peerASN),
      primaryPrefix: text(inner(entry).primaryPeerAddressPrefix),
      secondaryPrefix: text(inner(entry).secondaryPeerAddressPrefix),
      ipv6: ipv6Of(inner(entry)),
      microsoft: microsoftOf(inner(entry)),
      reaches: list(inner(entry).connections).map(reach),
      reachedBy: list(inner(entry).peeredConnections).map((one, place) => ({
        ...reach(one, place),
        connectionName: text(inner(one).connectionName),
      })),
    })),
    authorizations: list(p.authorizations).map((entry, index) => ({
      id: ref(entry) ?? '',
      name: nameOr(entry, index),
      useStatus: text(inner(entry).authorizationUseStatus),
      connectionId: text(inner(entry).connectionResourceUri),
    })),
  }
}

function ipv6Of(p: JsonObject): PeeringIpv6 | undefined {
  if (p.ipv6PeeringConfig === undefined || p.ipv6PeeringConfig === null) return undefined
  const config = object(p.ipv6PeeringConfig)
  return {
    state: text(config.state),
    primaryPrefix: text(config.primaryPeerAddressPrefix),
    secondaryPrefix: text(config.secondaryPeerAddressPrefix),
    microsoft: microsoftOf(config),
  }
}

/** Of a peering, or of its IPv6 half. */
function microsoftOf(p: JsonObject): MicrosoftPeeringFacts | undefined {
  const routeFilterId = ref(p.routeFilter)
  if (p.microsoftPeeringConfig === undefined && routeFilterId === undefined) return undefined
  const config = object(p.microsoftPeeringConfig)
  return {
    prefixes: texts(config.advertisedPublicPrefixes),
    prefixesState: text(config.advertisedPublicPrefixesState),
    customerASN: num(config.customerASN),
    registry: text(config.routingRegistryName),
    routeFilterId,
  }
}

function reach(entry: JsonObject, index: number): GlobalReachConnection {
  const p = inner(entry)
  return {
    id: ref(entry) ?? '',
    name: nameOr(entry, index),
    peerPeeringId: ref(p.peerExpressRouteCircuitPeering),
    addressPrefix: text(p.addressPrefix),
    ipv6AddressPrefix: text(object(p.ipv6CircuitConnectionConfig).addressPrefix),
    status: text(p.circuitConnectionStatus),
  }
}

export function circuitPeering(envelope: Envelope, p: JsonObject): CircuitPeering {
  const microsoft = object(p.microsoftPeeringConfig)
  return {
    ...envelope,
    kind: 'circuitPeering',
    peeringType: text(p.peeringType),
    state: text(p.state),
    azureASN: num(p.azureASN),
    peerASN: num(p.peerASN),
    vlanId: num(p.vlanId),
    primaryPrefix: text(p.primaryPeerAddressPrefix),
    secondaryPrefix: text(p.secondaryPeerAddressPrefix),
    primaryAzurePort: text(p.primaryAzurePort),
    secondaryAzurePort: text(p.secondaryAzurePort),
    advertisedPublicPrefixes: texts(microsoft.advertisedPublicPrefixes),
    advertisedPublicPrefixesState: text(microsoft.advertisedPublicPrefixesState),
    ipv6: ipv6Of(p),
    microsoft: microsoftOf(p),
  }
}

export function circuitAuthorization(envelope: Envelope, p: JsonObject): CircuitAuthorization {
  return {
    ...envelope,
    kind: 'circuitAuthorization',
    useStatus: text(p.authorizationUseStatus),
    connectionId: text(p.connectionResourceUri),
  }
}

export function expressRoutePort(envelope: Envelope, p: JsonObject): ExpressRoutePort {
  return {
    ...envelope,
    kind: 'expressRoutePort',
    peeringLocation: text(p.peeringLocation),
    bandwidthInGbps: num(p.bandwidthInGbps),
    provisionedBandwidthInGbps: num(p.provisionedBandwidthInGbps),
    encapsulation: text(p.encapsulation),
    billingType: text(p.billingType),
    mtu: text(p.mtu),
    etherType: text(p.etherType),
    allocationDate: text(p.allocationDate),
    circuitIds: refs(p.circuits),
    identityIds: Object.keys(object(object(envelope.body.identity).userAssignedIdentities)),
    links: list(p.links).map((entry, index) => ({
      id: ref(entry),
      name: nameOr(entry, index),
      adminState: text(inner(entry).adminState),
      provisioningState: text(inner(entry).provisioningState),
      routerName: text(inner(entry).routerName),
      interfaceName: text(inner(entry).interfaceName),
      patchPanelId: text(inner(entry).patchPanelId),
      rackId: text(inner(entry).rackId),
      connectorType: text(inner(entry).connectorType),
      coloLocation: text(inner(entry).coloLocation),
      macSecCipher: text(object(inner(entry).macSecConfig).cipher),
      cknSecretIdentifier: text(object(inner(entry).macSecConfig).cknSecretIdentifier),
      cakSecretIdentifier: text(object(inner(entry).macSecConfig).cakSecretIdentifier),
      sciState: text(object(inner(entry).macSecConfig).sciState),
    })),
  }
}

export function expressRouteGateway(envelope: Envelope, p: JsonObject): ExpressRouteGateway {
  const bounds = object(object(p.autoScaleConfiguration).bounds)
  return {
    ...envelope,
    kind: 'expressRouteGateway',
    virtualHubId: ref(p.virtualHub),
    minScaleUnits: num(bounds.min),
    maxScaleUnits: num(bounds.max),
    allowNonVirtualWanTraffic: flag(p.allowNonVirtualWanTraffic),
    connectionIds: refs(p.expressRouteConnections),
  }
}

export function expressRouteConnection(envelope: Envelope, p: JsonObject): ExpressRouteConnection {
  return {
    ...envelope,
    kind: 'expressRouteConnection',
    gatewayId: parentId(envelope.id) ?? '',
    circuitPeeringId: ref(p.expressRouteCircuitPeering),
    routingWeight: num(p.routingWeight),
    enableInternetSecurity: flag(p.enableInternetSecurity),
    expressRouteGatewayBypass: flag(p.expressRouteGatewayBypass),
    enablePrivateLinkFastPath: flag(p.enablePrivateLinkFastPath),
  }
}
