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
    vlanId?: number
    peerASN?: number
    primaryPrefix?: string
    secondaryPrefix?: string
    /** Of a Microsoft peering. */
    advertisedPublicPrefixesState?: string
  }[]
  /** `connectionId`: of the connection that redeemed it. */
  authorizations: { id: string; name: string; useStatus?: string; connectionId?: string }[]
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
    macSecCipher?: string
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
}
