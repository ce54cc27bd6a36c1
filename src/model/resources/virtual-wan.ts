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
  /** By way of the Internet instead of Microsoft’s network. */
  isRoutingPreferenceInternet?: boolean
  bgpRouteTranslation?: boolean
  /** Absent where Azure gave none. */
  natRules?: HubNatRule[]
}

/** A NAT rule of a hub's VPN gateway, as the gateway itself has it. */
export interface HubNatRule {
  id?: string
  name: string
  natType?: string
  mode?: string
  internalPrefixes: string[]
  externalPrefixes: string[]
  /** `Instance0` or `Instance1`; absent: both. */
  instance?: string
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
  routingWeight?: number
  /** `Default`, `ResponderOnly` or `InitiatorOnly`. */
  mode?: string
  dpdTimeoutSeconds?: number
  usePolicyBasedTrafficSelectors?: boolean
  /** Private addresses at both ends, over ExpressRoute. */
  useLocalAzureIpAddress?: boolean
  rateLimiting?: boolean
  /** APIPA addresses that it speaks BGP from, of each instance. */
  customBgpAddresses?: { instance?: string; address?: string }[]
  natRuleIds?: string[]
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
  /** Of the old form, without links: what a link would have. */
  ownLink?: LinkConnection
  routingWeight?: number
  trafficSelectors?: { local: string[]; remote: string[] }[]
  routing?: HubRouting
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
  asn?: number
  bgpPeeringAddress?: string
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
  rootCertificates?: { name: string; data?: string }[]
  revokedCertificates?: { name: string; thumbprint?: string }[]
  /** Their secrets are never among what Azure answers. */
  radiusServers?: { address: string; score?: number }[]
  aad?: { tenant?: string; audience?: string; issuer?: string }
  policies?: IpsecPolicy[]
  policyGroups?: PolicyGroup[]
}

/** Users who are given addresses of a pool of their own, by what their sign-in says of them. */
export interface PolicyGroup {
  id?: string
  name: string
  isDefault: boolean
  priority?: number
  members: { name?: string; attributeType?: string; value?: string }[]
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
  isRoutingPreferenceInternet?: boolean
  /** Pools with what goes for who gets an address of them. */
  configurations?: ClientConfiguration[]
  ingressBytes?: number
  egressBytes?: number
}

/** One of a point-to-site gateway's connection configurations. */
interface ClientConfiguration {
  id?: string
  name: string
  addressPools: string[]
  enableInternetSecurity: boolean
  policyGroupIds: string[]
  routing: HubRouting
}
