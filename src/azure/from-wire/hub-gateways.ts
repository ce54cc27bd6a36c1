import type { JsonObject } from '../../lib/json.ts'
import { parentId } from '../../model/paths.ts'
import type { Envelope } from '../../model/resources/resource.ts'
import type {
  HubNatRule,
  LinkConnection,
  P2sVpnGateway,
  PolicyGroup,
  VpnConnection,
  VpnHubGateway,
  VpnServerConfiguration,
  VpnSite,
} from '../../model/resources/virtual-wan.ts'
import { flag, inner, list, nameOr, num, object, ref, refs, text, texts } from './read.ts'
import { hubRouting } from './virtual-wan.ts'
import { bgpFrom, ipsecFrom } from './vpn.ts'

export function vpnGateway(envelope: Envelope, p: JsonObject): VpnHubGateway {
  return {
    ...envelope,
    kind: 'vpnGateway',
    virtualHubId: ref(p.virtualHub),
    scaleUnits: num(p.vpnGatewayScaleUnit),
    bgp: bgpFrom(p),
    instances: list(p.ipConfigurations).map((entry) => ({
      id: text(entry.id),
      publicIPAddress: text(entry.publicIpAddress) ?? text(entry.publicIPAddress),
      privateIPAddress: text(entry.privateIpAddress) ?? text(entry.privateIPAddress),
    })),
    connectionIds: refs(p.connections),
    isRoutingPreferenceInternet: flag(p.isRoutingPreferenceInternet),
    bgpRouteTranslation: flag(p.enableBgpRouteTranslationForNat),
    natRules: list(p.natRules).map(hubNatRule),
  }
}

function hubNatRule(entry: JsonObject, index: number): HubNatRule {
  const rule = inner(entry)
  const spaces = (member: 'internalMappings' | 'externalMappings') =>
    list(rule[member]).flatMap(({ addressSpace }) => text(addressSpace) ?? [])
  return {
    id: ref(entry),
    name: nameOr(entry, index),
    natType: text(rule.type),
    mode: text(rule.mode),
    internalPrefixes: spaces('internalMappings'),
    externalPrefixes: spaces('externalMappings'),
    instance: text(rule.ipConfigurationId),
  }
}

export function vpnConnection(envelope: Envelope, p: JsonObject): VpnConnection {
  return {
    ...envelope,
    kind: 'vpnConnection',
    gatewayId: parentId(envelope.id) ?? '',
    siteId: ref(p.remoteVpnSite),
    connectionStatus: text(p.connectionStatus),
    ingressBytes: num(p.ingressBytesTransferred),
    egressBytes: num(p.egressBytesTransferred),
    enableInternetSecurity: flag(p.enableInternetSecurity),
    links: list(p.vpnLinkConnections).map((entry, index) => ({
      id: ref(entry),
      name: nameOr(entry, index),
      ...linkOf(inner(entry)),
    })),
    ...(list(p.vpnLinkConnections).length === 0 && { ownLink: { name: envelope.name, ...linkOf(p) } }),
    routingWeight: num(p.routingWeight),
    trafficSelectors: list(p.trafficSelectorPolicies).map((entry) => ({
      local: texts(entry.localAddressRanges),
      remote: texts(entry.remoteAddressRanges),
    })),
    routing: hubRouting(p),
  }
}

/** What a link has, or a connection without links itself. */
function linkOf(link: JsonObject): Omit<LinkConnection, 'id' | 'name'> {
  return {
    siteLinkId: ref(link.vpnSiteLink),
    connectionStatus: text(link.connectionStatus),
    connectionBandwidth: num(link.connectionBandwidth),
    protocol: text(link.vpnConnectionProtocolType),
    enableBgp: flag(link.enableBgp),
    ingressBytes: num(link.ingressBytesTransferred),
    egressBytes: num(link.egressBytesTransferred),
    ipsecPolicies: ipsecFrom(link),
    routingWeight: num(link.routingWeight),
    mode: text(link.vpnLinkConnectionMode),
    dpdTimeoutSeconds: num(link.dpdTimeoutSeconds),
    usePolicyBasedTrafficSelectors: flag(link.usePolicyBasedTrafficSelectors),
    useLocalAzureIpAddress: flag(link.useLocalAzureIpAddress),
    rateLimiting: flag(link.enableRateLimiting),
    customBgpAddresses: list(link.vpnGatewayCustomBgpAddresses).map((entry) => ({
      instance: text(entry.ipConfigurationId),
      address: text(entry.customBgpIpAddress),
    })),
    natRuleIds: [...refs(link.ingressNatRules), ...refs(link.egressNatRules)],
  }
}

export function vpnSite(envelope: Envelope, p: JsonObject): VpnSite {
  const device = object(p.deviceProperties)
  return {
    ...envelope,
    kind: 'vpnSite',
    virtualWanId: ref(p.virtualWan),
    addressPrefixes: texts(object(p.addressSpace).addressPrefixes),
    deviceVendor: text(device.deviceVendor),
    deviceModel: text(device.deviceModel),
    linkSpeedInMbps: num(device.linkSpeedInMbps),
    ipAddress: text(p.ipAddress),
    asn: num(object(p.bgpProperties).asn),
    bgpPeeringAddress: text(object(p.bgpProperties).bgpPeeringAddress),
    links: list(p.vpnSiteLinks).map((entry, index) => {
      const link = inner(entry)
      const provider = object(link.linkProperties)
      const bgp = object(link.bgpProperties)
      return {
        id: ref(entry),
        name: nameOr(entry, index),
        ipAddress: text(link.ipAddress),
        fqdn: text(link.fqdn),
        providerName: text(provider.linkProviderName),
        speedInMbps: num(provider.linkSpeedInMbps),
        asn: num(bgp.asn),
        bgpPeeringAddress: text(bgp.bgpPeeringAddress),
      }
    }),
  }
}

export function vpnServerConfiguration(envelope: Envelope, p: JsonObject): VpnServerConfiguration {
  return {
    ...envelope,
    kind: 'vpnServerConfiguration',
    protocols: texts(p.vpnProtocols),
    authenticationTypes: texts(p.vpnAuthenticationTypes),
    gatewayIds: refs(p.p2SVpnGateways),
    rootCertificates: list(p.vpnClientRootCertificates).map((entry, index) => ({
      name: nameOr(entry, index),
      data: text(entry.publicCertData),
    })),
    revokedCertificates: list(p.vpnClientRevokedCertificates).map((entry, index) => ({
      name: nameOr(entry, index),
      thumbprint: text(entry.thumbprint),
    })),
    radiusServers: radiusServers(p),
    aad: aadOf(object(p.aadAuthenticationParameters)),
    policies: ipsecFrom({ ipsecPolicies: p.vpnClientIpsecPolicies ?? null }),
    policyGroups: list(p.configurationPolicyGroups).map(policyGroup),
  }
}

/** Several take the place of the one. */
function radiusServers(p: JsonObject): { address: string; score?: number | undefined }[] {
  const several = list(p.radiusServers).flatMap((entry) => {
    const address = text(entry.radiusServerAddress)
    return address === undefined ? [] : [{ address, score: num(entry.radiusServerScore) }]
  })
  const single = text(p.radiusServerAddress)
  return several.length > 0 || single === undefined ? several : [{ address: single }]
}

function aadOf(p: JsonObject): VpnServerConfiguration['aad'] {
  const aad = { tenant: text(p.aadTenant), audience: text(p.aadAudience), issuer: text(p.aadIssuer) }
  return Object.values(aad).every((one) => one === undefined) ? undefined : aad
}

function policyGroup(entry: JsonObject, index: number): PolicyGroup {
  const group = inner(entry)
  return {
    id: ref(entry),
    name: nameOr(entry, index),
    isDefault: flag(group.isDefault),
    priority: num(group.priority),
    members: list(group.policyMembers).map((one) => ({
      name: text(one.name),
      attributeType: text(one.attributeType),
      value: text(one.attributeValue),
    })),
  }
}

export function p2sVpnGateway(envelope: Envelope, p: JsonObject): P2sVpnGateway {
  return {
    ...envelope,
    kind: 'p2sVpnGateway',
    virtualHubId: ref(p.virtualHub),
    vpnServerConfigurationId: ref(p.vpnServerConfiguration),
    scaleUnits: num(p.vpnGatewayScaleUnit),
    addressPools: list(p.p2SConnectionConfigurations).flatMap((entry) =>
      texts(object(inner(entry).vpnClientAddressPool).addressPrefixes),
    ),
    connectionConfigurationIds: refs(p.p2SConnectionConfigurations),
    connectedClients: num(object(p.vpnClientConnectionHealth).vpnClientConnectionsCount),
    customDnsServers: texts(p.customDnsServers),
    isRoutingPreferenceInternet: flag(p.isRoutingPreferenceInternet),
    configurations: list(p.p2SConnectionConfigurations).map((entry, index) => {
      const own = inner(entry)
      return {
        id: ref(entry),
        name: nameOr(entry, index),
        addressPools: texts(object(own.vpnClientAddressPool).addressPrefixes),
        enableInternetSecurity: flag(own.enableInternetSecurity),
        policyGroupIds: refs(own.configurationPolicyGroupAssociations),
        routing: hubRouting(own),
      }
    }),
    ingressBytes: num(object(p.vpnClientConnectionHealth).totalIngressBytesTransferred),
    egressBytes: num(object(p.vpnClientConnectionHealth).totalEgressBytesTransferred),
  }
}
