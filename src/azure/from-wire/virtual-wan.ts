import type { JsonObject } from '../../lib/json.ts'
import { parentId } from '../../model/paths.ts'
import type { Envelope } from '../../model/resources/resource.ts'
import type {
  HubBgpConnection,
  HubRouteTable,
  HubRouting,
  HubVirtualNetworkConnection,
  RoutingIntent,
  VirtualHub,
  VirtualWan,
} from '../../model/resources/virtual-wan.ts'
import { flag, list, num, object, ref, refs, text, texts } from './read.ts'

export function virtualWan(envelope: Envelope, p: JsonObject): VirtualWan {
  return {
    ...envelope,
    kind: 'virtualWan',
    wanType: text(p.type),
    allowBranchToBranchTraffic: flag(p.allowBranchToBranchTraffic),
    ...(p.allowVnetToVnetTraffic !== undefined && { allowVnetToVnetTraffic: flag(p.allowVnetToVnetTraffic) }),
    disableVpnEncryption: flag(p.disableVpnEncryption),
    office365LocalBreakoutCategory: text(p.office365LocalBreakoutCategory),
    hubIds: refs(p.virtualHubs),
    siteIds: refs(p.vpnSites),
  }
}

export function virtualHub(envelope: Envelope, p: JsonObject): VirtualHub {
  return {
    ...envelope,
    kind: 'virtualHub',
    hubKind: text(envelope.body.kind),
    sku: text(p.sku),
    addressPrefix: text(p.addressPrefix),
    virtualWanId: ref(p.virtualWan),
    routingState: text(p.routingState),
    virtualRouterAsn: num(p.virtualRouterAsn),
    virtualRouterIps: texts(p.virtualRouterIps),
    hubRoutingPreference: text(p.hubRoutingPreference),
    preferredRoutingGateway: text(p.preferredRoutingGateway),
    minCapacity: num(object(p.virtualRouterAutoScaleConfiguration).minCapacity),
    vpnGatewayId: ref(p.vpnGateway),
    expressRouteGatewayId: ref(p.expressRouteGateway),
    p2sVpnGatewayId: ref(p.p2SVpnGateway),
    azureFirewallId: ref(p.azureFirewall),
    securityPartnerProviderId: ref(p.securityPartnerProvider),
    networkVirtualApplianceIds: refs(p.networkVirtualAppliances),
    routeMapIds: refs(p.routeMaps),
    bgpConnectionIds: refs(p.bgpConnections),
  }
}

/** `routingConfiguration`, which connections of every kind to a hub have. */
export function hubRouting(p: JsonObject): HubRouting {
  const routing = object(p.routingConfiguration)
  const propagated = object(routing.propagatedRouteTables)
  const vnetRoutes = object(routing.vnetRoutes)
  const config = object(vnetRoutes.staticRoutesConfig)
  return {
    associatedRouteTableId: ref(routing.associatedRouteTable),
    propagatedRouteTableIds: refs(propagated.ids),
    propagatedLabels: texts(propagated.labels),
    staticRoutes: list(vnetRoutes.staticRoutes).map((route) => ({
      name: text(route.name),
      addressPrefixes: texts(route.addressPrefixes),
      nextHopIpAddress: text(route.nextHopIpAddress),
    })),
    ...(config.propagateStaticRoutes !== undefined && {
      propagateStaticRoutes: flag(config.propagateStaticRoutes),
    }),
    vnetLocalRouteOverrideCriteria: text(config.vnetLocalRouteOverrideCriteria),
    inboundRouteMapId: ref(routing.inboundRouteMap),
    outboundRouteMapId: ref(routing.outboundRouteMap),
  }
}

export function hubVirtualNetworkConnection(envelope: Envelope, p: JsonObject): HubVirtualNetworkConnection {
  return {
    ...envelope,
    ...hubRouting(p),
    kind: 'hubVirtualNetworkConnection',
    hubId: parentId(envelope.id) ?? '',
    remoteVirtualNetworkId: ref(p.remoteVirtualNetwork),
    enableInternetSecurity: flag(p.enableInternetSecurity),
    connectivityStatus: text(p.connectivityStatus),
  }
}

export function hubBgpConnection(envelope: Envelope, p: JsonObject): HubBgpConnection {
  return {
    ...envelope,
    kind: 'hubBgpConnection',
    hubId: parentId(envelope.id) ?? '',
    peerAsn: num(p.peerAsn),
    peerIp: text(p.peerIp),
    connectionState: text(p.connectionState),
    networkConnectionId: ref(p.hubVirtualNetworkConnection),
  }
}

export function hubRouteTable(envelope: Envelope, p: JsonObject): HubRouteTable {
  return {
    ...envelope,
    kind: 'hubRouteTable',
    hubId: parentId(envelope.id) ?? '',
    labels: texts(p.labels),
    routes: list(p.routes).map((route) => ({
      name: text(route.name),
      destinationType: text(route.destinationType),
      destinations: texts(route.destinations),
      nextHopType: text(route.nextHopType),
      nextHop: text(route.nextHop),
    })),
    associatedConnectionIds: texts(p.associatedConnections),
    propagatingConnectionIds: texts(p.propagatingConnections),
  }
}

export function routingIntent(envelope: Envelope, p: JsonObject): RoutingIntent {
  return {
    ...envelope,
    kind: 'routingIntent',
    hubId: parentId(envelope.id) ?? '',
    policies: list(p.routingPolicies).map((policy) => ({
      name: text(policy.name),
      destinations: texts(policy.destinations),
      nextHopId: text(policy.nextHop) ?? ref(policy.nextHop),
    })),
  }
}
