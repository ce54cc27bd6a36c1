import type { Envelope } from './resource.ts'

/** One instance's share of a gateway's BGP settings. */
export interface BgpPeeringAddress {
  ipConfigurationId?: string
  defaultAddresses: string[]
  customAddresses: string[]
  tunnelAddresses: string[]
}

export interface BgpSettings {
  asn?: number
  /** One address, or two joined by a comma on an active-active gateway. */
  peeringAddress?: string
  peerWeight?: number
  addresses: BgpPeeringAddress[]
}

export interface IpsecPolicy {
  saLifeTimeSeconds?: number
  saDataSizeKilobytes?: number
  ipsecEncryption?: string
  ipsecIntegrity?: string
  ikeEncryption?: string
  ikeIntegrity?: string
  dhGroup?: string
  pfsGroup?: string
}

/** `gatewayType` decides the service: Vpn, ExpressRoute or LocalGateway. */
export interface VirtualNetworkGateway extends Envelope {
  kind: 'virtualNetworkGateway'
  gatewayType?: string
  vpnType?: string
  sku?: string
  capacity?: number
  generation?: string
  activeActive: boolean
  enableBgp: boolean
  bgp?: BgpSettings
  ipConfigurations: {
    id?: string
    name: string
    subnetId?: string
    publicIPAddressId?: string
    privateIPAddress?: string
  }[]
  /** Point-to-site is configured when there is a pool; the object alone proves nothing (lists send an empty one). */
  clientAddressPool: string[]
  clientProtocols: string[]
  clientAuthentication: string[]
  /** Where all traffic is forced to, a local network gateway. */
  defaultSiteId?: string
  customRoutes: string[]
  natRuleIds: string[]
  /** What a list or an old body may leave out. */
  options?: GatewayOptions
  /** Beside pool, protocols and authentication. */
  clients?: ClientSettings
  /** User-assigned identities, needed for certificate authentication. */
  identityIds?: string[]
  /** From a Basic public IP address or an old SKU (VPN Gateway 1.8). */
  migration?: { state?: string; phase?: string; errorMessage?: string }
}

/** Switches of a VPN gateway; each absent where Azure gave none (VPN Gateway 3.1). */
export interface GatewayOptions {
  privateIpAddress?: boolean
  replayProtectionOff?: boolean
  bgpRouteTranslation?: boolean
  dnsForwarding?: boolean
  highBandwidth?: boolean
}

/** How clients of point-to-site are known. Secrets of RADIUS servers are cut out on arrival. */
export interface ClientSettings {
  /** Public by nature. */
  rootCertificates: { name: string; data?: string }[]
  revokedCertificates: { name: string; thumbprint?: string }[]
  radiusServers: { address: string; score?: number }[]
  aadTenant?: string
  aadAudience?: string
  aadIssuer?: string
}

export interface Tunnel {
  name: string
  connectionStatus?: string
  /** Bytes since the tunnel came up. */
  ingressBytes?: number
  egressBytes?: number
  lastEstablished?: string
}

/** `connectionType` decides the service: IPsec, Vnet2Vnet and VPNClient are VPN, ExpressRoute is ExpressRoute. */
export interface Connection extends Envelope {
  kind: 'connection'
  connectionType?: string
  connectionProtocol?: string
  gateway1Id?: string
  gateway2Id?: string
  localNetworkGatewayId?: string
  circuitId?: string
  /** Only a GET of this one connection knows it. */
  connectionStatus?: string
  tunnels: Tunnel[]
  ingressBytes?: number
  egressBytes?: number
  enableBgp: boolean
  routingWeight?: number
  connectionMode?: string
  dpdTimeoutSeconds?: number
  usePolicyBasedTrafficSelectors: boolean
  trafficSelectors: { local: string[]; remote: string[] }[]
  ipsecPolicies: IpsecPolicy[]
  authenticationType?: string
  expressRouteGatewayBypass: boolean
  natRuleIds: string[]
}

export interface LocalNetworkGateway extends Envelope {
  kind: 'localNetworkGateway'
  gatewayIpAddress?: string
  fqdn?: string
  addressPrefixes: string[]
  bgp?: BgpSettings
}

export interface NatRule extends Envelope {
  kind: 'natRule'
  natType?: string
  mode?: string
  internalPrefixes: string[]
  externalPrefixes: string[]
  ipConfigurationId?: string
}
