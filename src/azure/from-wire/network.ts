import type { JsonObject } from '../../lib/json.ts'
import type {
  AzureFirewall,
  PublicIPAddress,
  Subnet,
  VirtualNetwork,
  VirtualNetworkPeering,
} from '../../model/resources/network.ts'
import type { Envelope } from '../../model/resources/resource.ts'
import { flag, inner, list, nameOr, object, ref, refs, text, texts } from './read.ts'

export function virtualNetwork(envelope: Envelope, p: JsonObject): VirtualNetwork {
  return {
    ...envelope,
    kind: 'virtualNetwork',
    addressPrefixes: texts(object(p.addressSpace).addressPrefixes),
    dnsServers: texts(object(p.dhcpOptions).dnsServers),
    subnets: list(p.subnets).map((entry, index) => ({
      id: ref(entry) ?? '',
      name: nameOr(entry, index),
      addressPrefixes: prefixesOf(inner(entry)),
    })),
    peerings: list(p.virtualNetworkPeerings).map((entry, index) => ({
      id: ref(entry) ?? '',
      name: nameOr(entry, index),
      remoteVirtualNetworkId: ref(inner(entry).remoteVirtualNetwork),
      peeringState: text(inner(entry).peeringState),
      useRemoteGateways: flag(inner(entry).useRemoteGateways),
      allowGatewayTransit: flag(inner(entry).allowGatewayTransit),
    })),
  }
}

export function subnet(envelope: Envelope, p: JsonObject): Subnet {
  return {
    ...envelope,
    kind: 'subnet',
    addressPrefixes: prefixesOf(p),
    usedBy: refs(p.ipConfigurations),
    networkSecurityGroupId: ref(p.networkSecurityGroup),
    routeTableId: ref(p.routeTable),
  }
}

export function virtualNetworkPeering(envelope: Envelope, p: JsonObject): VirtualNetworkPeering {
  return {
    ...envelope,
    kind: 'virtualNetworkPeering',
    remoteVirtualNetworkId: ref(p.remoteVirtualNetwork),
    remoteAddressPrefixes: texts(object(p.remoteAddressSpace).addressPrefixes),
    peeringState: text(p.peeringState),
    peeringSyncLevel: text(p.peeringSyncLevel),
    useRemoteGateways: flag(p.useRemoteGateways),
    allowGatewayTransit: flag(p.allowGatewayTransit),
  }
}

export function publicIPAddress(envelope: Envelope, p: JsonObject): PublicIPAddress {
  return {
    ...envelope,
    kind: 'publicIPAddress',
    sku: text(object(envelope.body.sku).name),
    ipAddress: text(p.ipAddress),
    allocationMethod: text(p.publicIPAllocationMethod),
    version: text(p.publicIPAddressVersion),
    fqdn: text(object(p.dnsSettings).fqdn),
    usedBy: ref(p.ipConfiguration),
  }
}

export function azureFirewall(envelope: Envelope, p: JsonObject): AzureFirewall {
  const sku = object(p.sku)
  const inHub = object(p.hubIPAddresses)
  const configurations = list(p.ipConfigurations).map(inner)
  const addresses = list(object(inHub.publicIPs).addresses).flatMap((entry) => text(entry.address) ?? [])
  return {
    ...envelope,
    kind: 'azureFirewall',
    sku: text(sku.name),
    tier: text(sku.tier),
    virtualHubId: ref(p.virtualHub),
    firewallPolicyId: ref(p.firewallPolicy),
    privateIPAddress:
      text(inHub.privateIPAddress) ??
      configurations.map((entry) => text(entry.privateIPAddress)).find(Boolean),
    // In a hub the service tells addresses, in a virtual network the ids of public IP addresses.
    publicIPAddresses: [...addresses, ...configurations.flatMap((entry) => ref(entry.publicIPAddress) ?? [])],
    threatIntelMode: text(p.threatIntelMode),
    subnetIds: configurations.flatMap((entry) => ref(entry.subnet) ?? []),
  }
}

/** A subnet has one prefix or a list of them. */
function prefixesOf(p: JsonObject): string[] {
  const many = texts(p.addressPrefixes)
  return many.length > 0 ? many : [p.addressPrefix].flatMap((one) => text(one) ?? [])
}
