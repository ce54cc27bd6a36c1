import type { JsonObject } from '../../lib/json.ts'
import { parentId } from '../../model/paths.ts'
import type { Envelope } from '../../model/resources/resource.ts'
import type {
  HubRouteTable,
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
    disableVpnEncryption: flag(p.disableVpnEncryption),
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
    minCapacity: num(object(p.virtualRouterAutoScaleConfiguration).minCapacity),
    vpnGatewayId: ref(p.vpnGateway),
    expressRouteGatewayId: ref(p.expressRouteGateway),
    p2sVpnGatewayId: ref(p.p2SVpnGateway),
    azureFirewallId: ref(p.azureFirewall),
  }
}

export function hubVirtualNetworkConnection(envelope: Envelope, p: JsonObject): HubVirtualNetworkConnection {
  const routing = object(p.routingConfiguration)
  return {
    ...envelope,
    kind: 'hubVirtualNetworkConnection',
    hubId: parentId(envelope.id) ?? '',
    remoteVirtualNetworkId: ref(p.remoteVirtualNetwork),
    enableInternetSecurity: flag(p.enableInternetSecurity),
    associatedRouteTableId: ref(routing.associatedRouteTable),
    propagatedRouteTableIds: refs(object(routing.propagatedRouteTables).ids),
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
