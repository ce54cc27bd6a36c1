import type { Json, JsonObject } from '../../lib/json.ts'
import type { Envelope } from '../../model/resources/resource.ts'
import type {
  BgpSettings,
  ClientSettings,
  Connection,
  IpsecPolicy,
  LocalNetworkGateway,
  NatRule,
  VirtualNetworkGateway,
} from '../../model/resources/vpn.ts'
import { flag, inner, list, nameOr, num, object, ref, refs, text, texts } from './read.ts'

export function virtualNetworkGateway(envelope: Envelope, p: JsonObject): VirtualNetworkGateway {
  const sku = object(p.sku)
  const clients = object(p.vpnClientConfiguration)
  return {
    ...envelope,
    kind: 'virtualNetworkGateway',
    gatewayType: text(p.gatewayType),
    vpnType: text(p.vpnType),
    sku: text(sku.name) ?? text(sku.tier),
    capacity: num(sku.capacity),
    generation: text(p.vpnGatewayGeneration),
    activeActive: flag(p.activeActive),
    enableBgp: flag(p.enableBgp),
    bgp: bgpFrom(p),
    ipConfigurations: list(p.ipConfigurations).map((entry, index) => ({
      id: ref(entry),
      name: nameOr(entry, index),
      subnetId: ref(inner(entry).subnet),
      publicIPAddressId: ref(inner(entry).publicIPAddress),
      privateIPAddress: text(inner(entry).privateIPAddress),
    })),
    clientAddressPool: texts(object(clients.vpnClientAddressPool).addressPrefixes),
    clientProtocols: texts(clients.vpnClientProtocols),
    clientAuthentication: texts(clients.vpnAuthenticationTypes),
    defaultSiteId: ref(p.gatewayDefaultSite),
    customRoutes: texts(object(p.customRoutes).addressPrefixes),
    natRuleIds: refs(p.natRules),
    options: {
      privateIpAddress: given(p.enablePrivateIpAddress),
      replayProtectionOff: given(p.disableIPSecReplayProtection),
      bgpRouteTranslation: given(p.enableBgpRouteTranslationForNat),
      dnsForwarding: given(p.enableDnsForwarding),
      highBandwidth: given(p.enableHighBandwidthVpnGateway),
    },
    clients: clientsFrom(clients),
    identityIds: Object.keys(object(object(envelope.body.identity).userAssignedIdentities)),
    migration: migrationFrom(object(p.virtualNetworkGatewayMigrationStatus)),
  }
}

function given(value: Json | undefined): boolean | undefined {
  return value === undefined || value === null ? undefined : flag(value)
}

function clientsFrom(clients: JsonObject): ClientSettings {
  const single = text(clients.radiusServerAddress)
  const several = list(clients.radiusServers).flatMap((entry) => {
    const address = text(entry.radiusServerAddress)
    return address === undefined ? [] : [{ address, score: num(entry.radiusServerScore) }]
  })
  return {
    rootCertificates: list(clients.vpnClientRootCertificates).map((entry, index) => ({
      name: nameOr(entry, index),
      data: text(inner(entry).publicCertData),
    })),
    revokedCertificates: list(clients.vpnClientRevokedCertificates).map((entry, index) => ({
      name: nameOr(entry, index),
      thumbprint: text(inner(entry).thumbprint),
    })),
    // Several take the place of the one.
    radiusServers: several.length > 0 || single === undefined ? several : [{ address: single }],
    aadTenant: text(clients.aadTenant),
    aadAudience: text(clients.aadAudience),
    aadIssuer: text(clients.aadIssuer),
  }
}

function migrationFrom(status: JsonObject): VirtualNetworkGateway['migration'] {
  const state = text(status.state)
  const phase = text(status.phase)
  if ((state ?? 'None').toLowerCase() === 'none' && (phase ?? 'None').toLowerCase() === 'none') return undefined
  return { state, phase, errorMessage: text(status.errorMessage) }
}

export function connection(envelope: Envelope, p: JsonObject): Connection {
  return {
    ...envelope,
    kind: 'connection',
    connectionType: text(p.connectionType),
    connectionProtocol: text(p.connectionProtocol),
    gateway1Id: ref(p.virtualNetworkGateway1),
    gateway2Id: ref(p.virtualNetworkGateway2),
    localNetworkGatewayId: ref(p.localNetworkGateway2),
    circuitId: ref(p.peer),
    connectionStatus: text(p.connectionStatus),
    tunnels: list(p.tunnelConnectionStatus).map((entry, index) => ({
      name: text(entry.tunnel) ?? nameOr(entry, index),
      connectionStatus: text(entry.connectionStatus),
      ingressBytes: num(entry.ingressBytesTransferred),
      egressBytes: num(entry.egressBytesTransferred),
      lastEstablished: text(entry.lastConnectionEstablishedUtcTime),
    })),
    ingressBytes: num(p.ingressBytesTransferred),
    egressBytes: num(p.egressBytesTransferred),
    enableBgp: flag(p.enableBgp),
    routingWeight: num(p.routingWeight),
    connectionMode: text(p.connectionMode),
    dpdTimeoutSeconds: num(p.dpdTimeoutSeconds),
    usePolicyBasedTrafficSelectors: flag(p.usePolicyBasedTrafficSelectors),
    trafficSelectors: list(p.trafficSelectorPolicies).map((entry) => ({
      local: texts(entry.localAddressRanges),
      remote: texts(entry.remoteAddressRanges),
    })),
    ipsecPolicies: ipsecFrom(p),
    authenticationType: text(p.authenticationType),
    expressRouteGatewayBypass: flag(p.expressRouteGatewayBypass),
    natRuleIds: [...refs(p.ingressNatRules), ...refs(p.egressNatRules)],
  }
}

export function localNetworkGateway(envelope: Envelope, p: JsonObject): LocalNetworkGateway {
  return {
    ...envelope,
    kind: 'localNetworkGateway',
    gatewayIpAddress: text(p.gatewayIpAddress),
    fqdn: text(p.fqdn),
    addressPrefixes: texts(object(p.localNetworkAddressSpace).addressPrefixes),
    bgp: bgpFrom(p),
  }
}

export function natRule(envelope: Envelope, p: JsonObject): NatRule {
  return {
    ...envelope,
    kind: 'natRule',
    natType: text(p.type),
    mode: text(p.mode),
    internalPrefixes: list(p.internalMappings).flatMap((entry) => text(entry.addressSpace) ?? []),
    externalPrefixes: list(p.externalMappings).flatMap((entry) => text(entry.addressSpace) ?? []),
    ipConfigurationId: text(p.ipConfigurationId),
  }
}

/** BGP settings of a gateway of any kind; `undefined` when the service sent none. */
export function bgpFrom(p: JsonObject): BgpSettings | undefined {
  const settings = object(p.bgpSettings)
  if (Object.keys(settings).length === 0) return undefined
  return {
    asn: num(settings.asn),
    peeringAddress: text(settings.bgpPeeringAddress),
    peerWeight: num(settings.peerWeight),
    addresses: list(settings.bgpPeeringAddresses).map((entry) => ({
      ipConfigurationId: text(entry.ipconfigurationId),
      defaultAddresses: texts(entry.defaultBgpIpAddresses),
      customAddresses: texts(entry.customBgpIpAddresses),
      tunnelAddresses: texts(entry.tunnelIpAddresses),
    })),
  }
}

export function ipsecFrom(p: JsonObject): IpsecPolicy[] {
  return list(p.ipsecPolicies).map((entry) => ({
    saLifeTimeSeconds: num(entry.saLifeTimeSeconds),
    saDataSizeKilobytes: num(entry.saDataSizeKilobytes),
    ipsecEncryption: text(entry.ipsecEncryption),
    ipsecIntegrity: text(entry.ipsecIntegrity),
    ikeEncryption: text(entry.ikeEncryption),
    ikeIntegrity: text(entry.ikeIntegrity),
    dhGroup: text(entry.dhGroup),
    pfsGroup: text(entry.pfsGroup),
  }))
}
