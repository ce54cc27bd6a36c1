import type { JsonObject } from '../../lib/json.ts'
import { parentId } from '../../model/paths.ts'
import type { Envelope } from '../../model/resources/resource.ts'
import type {
  P2sVpnGateway,
  VpnConnection,
  VpnHubGateway,
  VpnServerConfiguration,
  VpnSite,
} from '../../model/resources/virtual-wan.ts'
import { flag, inner, list, nameOr, num, object, ref, refs, text, texts } from './read.ts'
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
    links: list(p.vpnLinkConnections).map((entry, index) => {
      const link = inner(entry)
      return {
        id: ref(entry),
        name: nameOr(entry, index),
        siteLinkId: ref(link.vpnSiteLink),
        connectionStatus: text(link.connectionStatus),
        connectionBandwidth: num(link.connectionBandwidth),
        protocol: text(link.vpnConnectionProtocolType),
        enableBgp: flag(link.enableBgp),
        ingressBytes: num(link.ingressBytesTransferred),
        egressBytes: num(link.egressBytesTransferred),
        ipsecPolicies: ipsecFrom(link),
      }
    }),
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
  }
}
