import type { Envelope } from './resource.ts'

export interface ExpressRouteCircuit extends Envelope {
  kind: 'expressRouteCircuit'
  sku?: string
  tier?: string
  family?: string
  circuitProvisioningState?: string
  /** The provider's own state; absent on a circuit that sits on an ExpressRoute Direct port. */
  serviceProviderProvisioningState?: string
  /** What the provider writes for its customer, such as why it refused the order. */
  serviceProviderNotes?: string
  serviceProviderName?: string
  peeringLocation?: string
  bandwidthInMbps?: number
  expressRoutePortId?: string
  bandwidthInGbps?: number
  /** Sensitive: shown whole only when asked for. */
  serviceKey?: string
  stag?: number
  globalReachEnabled: boolean
  allowClassicOperations: boolean
  peerings: {
    id: string
    name: string
    peeringType?: string
    state?: string
    provisioningState?: string
    /** `Customer`, or who else; a provider that runs layer 3 makes peerings itself. */
    lastModifiedBy?: string
    vlanId?: number
    peerASN?: number
    primaryPrefix?: string
    secondaryPrefix?: string
    ipv6?: PeeringIpv6
    microsoft?: MicrosoftPeeringFacts
    /** Global Reach that this circuit began. */
    reaches?: GlobalReachConnection[]
    /** Global Reach that another circuit began: its name there is `connectionName`. */
    reachedBy?: (GlobalReachConnection & { connectionName?: string })[]
  }[]
  authorizations: { id: string; name: string; useStatus?: string; connectionId?: string }[]
}

/** The IPv6 half of a peering; of a Microsoft peering with prefixes and a filter of its own. */
export interface PeeringIpv6 {
  state?: string
  primaryPrefix?: string
  secondaryPrefix?: string
  microsoft?: MicrosoftPeeringFacts
}

export interface MicrosoftPeeringFacts {
  prefixes: string[]
  /** Azure's check of who owns them. */
  prefixesState?: string
  customerASN?: number
  registry?: string
  routeFilterId?: string
}

/** One side's view of Global Reach: the peering at the other end, and the link between both. */
export interface GlobalReachConnection {
  id: string
  name: string
  peerPeeringId?: string
  addressPrefix?: string
  ipv6AddressPrefix?: string
  status?: string
}

export interface CircuitPeering extends Envelope {
  kind: 'circuitPeering'
  peeringType?: string
  state?: string
  azureASN?: number
  peerASN?: number
  vlanId?: number
  primaryPrefix?: string
  secondaryPrefix?: string
  primaryAzurePort?: string
  secondaryAzurePort?: string
  advertisedPublicPrefixes: string[]
  advertisedPublicPrefixesState?: string
  ipv6?: PeeringIpv6
  microsoft?: MicrosoftPeeringFacts
}

export interface CircuitAuthorization extends Envelope {
  kind: 'circuitAuthorization'
  useStatus?: string
  connectionId?: string
}

export interface ExpressRoutePort extends Envelope {
  kind: 'expressRoutePort'
  peeringLocation?: string
  bandwidthInGbps?: number
  provisionedBandwidthInGbps?: number
  encapsulation?: string
  billingType?: string
  mtu?: string
  etherType?: string
  allocationDate?: string
  circuitIds: string[]
  /** User assigned identities, by which Azure reads the keys of MACsec. */
  identityIds?: string[]
  links: {
    id?: string
    name: string
    adminState?: string
    provisioningState?: string
    routerName?: string
    interfaceName?: string
    patchPanelId?: string
    rackId?: string
    connectorType?: string
    coloLocation?: string
    macSecCipher?: string
    /** Addresses of secrets in a Key Vault: no secrets themselves. */
    cknSecretIdentifier?: string
    cakSecretIdentifier?: string
    sciState?: string
  }[]
}

/** An ExpressRoute gateway in a virtual hub. The one in a VNet is a virtual network gateway. */
export interface ExpressRouteGateway extends Envelope {
  kind: 'expressRouteGateway'
  virtualHubId?: string
  minScaleUnits?: number
  maxScaleUnits?: number
  allowNonVirtualWanTraffic: boolean
  connectionIds: string[]
}

export interface ExpressRouteConnection extends Envelope {
  kind: 'expressRouteConnection'
  gatewayId: string
  /** The circuit's peering, not the circuit. */
  circuitPeeringId?: string
  routingWeight?: number
  enableInternetSecurity: boolean
  expressRouteGatewayBypass: boolean
  enablePrivateLinkFastPath?: boolean
}
