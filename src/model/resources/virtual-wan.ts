import type { Envelope } from './resource.ts'
import type { BgpSettings, IpsecPolicy } from './vpn.ts'

export interface VirtualWan extends Envelope {
  kind: 'virtualWan'
  /** Basic or Standard. */
  wanType?: string
  allowBranchToBranchTraffic: boolean
  allowVnetToVnetTraffic?: boolean
  disableVpnEncryption: boolean
  office365LocalBreakoutCategory?: string
  hubIds: string[]
  siteIds: string[]
}

export interface VirtualHub extends Envelope {
  kind: 'virtualHub'
  /** `RouteServer` marks a Route Server, which is no part of a Virtual WAN. Here: ARM's own `kind` member. */
  hubKind?: string
  sku?: string
  addressPrefix?: string
  virtualWanId?: string
  routingState?: string
  virtualRouterAsn?: number
  virtualRouterIps: string[]
  hubRoutingPreference?: string
  /** The older member. */
  preferredRoutingGateway?: string
  /** Routing infrastructure units below which it never falls. */
  minCapacity?: number
  vpnGatewayId?: string
  expressRouteGatewayId?: string
  p2sVpnGatewayId?: string
  azureFirewallId?: string
  securityPartnerProviderId?: string
  networkVirtualApplianceIds: string[]
  routeMapIds: string[]
  bgpConnectionIds: string[]
}

/** Which table a connection looks into, and which ones learn of it (`routingConfiguration`). */
export interface HubRouting {
  associatedRouteTableId?: string
  propagatedRouteTableIds: string[]
  /** Every table with one of these labels, in any hub of the WAN, learns of it. */
  propagatedLabels: string[]
  /** By way of an appliance in the network. */
  staticRoutes: { name?: string; addressPrefixes: string[]; nextHopIpAddress?: string }[]
  propagateStaticRoutes?: boolean
  /** `Contains` or `Equal`: which destinations in the network itself go round its appliance. */
  vnetLocalRouteOverrideCriteria?: string
  inboundRouteMapId?: string
  outboundRouteMapId?: string
}

export interface HubVirtualNetworkConnection extends Envelope, HubRouting {
  kind: 'hubVirtualNetworkConnection'
  hubId: string
  remoteVirtualNetworkId?: string
  enableInternetSecurity: boolean
  /** Recorded; no specification has it. */
  connectivityStatus?: string
}

/** A router of somebody else's that speaks BGP with a hub's, or with a Route Server. */
export interface HubBgpConnection extends Envelope {
  kind: 'hubBgpConnection'
  hubId: string
  peerAsn?: number
  peerIp?: string
  connectionState?: string
  /** The connection of the network that the peer is in. */
  networkConnectionId?: string
}

export interface HubRouteTable extends Envelope {
  kind: 'hubRouteTable'
  hubId: string
  labels: string[]
  routes: {
    name?: string
    destinationType?: string
    destinations: string[]
    nextHopType?: string
    nextHop?: string
  }[]
  associatedConnectionIds: string[]
  propagatingConnectionIds: string[]
}

export interface RoutingIntent extends Envelope {
  kind: 'routingIntent'
  hubId: string
  policies: { name?: string; destinations: string[]; nextHopId?: string }[]
}

/** Site-to-site VPN gateway of a virtual hub (`Microsoft.Network/vpnGateways`). */
export interface VpnHubGateway extends Envelope {
  kind: 'vpnGateway'
  virtualHubId?: string
  scaleUnits?: number
  bgp?: BgpSettings
  instances: { id?: string; publicIPAddress?: string; privateIPAddress?: string }[]
  connectionIds: string[]
}

export interface LinkConnection {
  id?: string
  name: string
  siteLinkId?: string
  connectionStatus?: string
  connectionBandwidth?: number
  protocol?: string
  enableBgp: boolean
  ingressBytes?: number
  egressBytes?: number
  ipsecPolicies: IpsecPolicy[]
}

/** A site's connection to a hub's VPN gateway. */
export interface VpnConnection extends Envelope {
  kind: 'vpnConnection'
  gatewayId: string
  siteId?: string
  /** Only a GET of this one connection knows it. */
  connectionStatus?: string
  ingressBytes?: number
  egressBytes?: number
  enableInternetSecurity: boolean
  links: LinkConnection[]
}

export interface VpnSite extends Envelope {
  kind: 'vpnSite'
  virtualWanId?: string
  addressPrefixes: string[]
  deviceVendor?: string
  deviceModel?: string
  linkSpeedInMbps?: number
  /** The old form, without links. */
  ipAddress?: string
  links: {
    id?: string
    name: string
    ipAddress?: string
    fqdn?: string
    providerName?: string
    speedInMbps?: number
    asn?: number
    bgpPeeringAddress?: string
  }[]
}

export interface VpnServerConfiguration extends Envelope {
  kind: 'vpnServerConfiguration'
  protocols: string[]
  authenticationTypes: string[]
  gatewayIds: string[]
}

/** Point-to-site gateway of a virtual hub. */
export interface P2sVpnGateway extends Envelope {
  kind: 'p2sVpnGateway'
  virtualHubId?: string
  vpnServerConfigurationId?: string
  scaleUnits?: number
  addressPools: string[]
  connectionConfigurationIds: string[]
  connectedClients?: number
  customDnsServers: string[]
}
