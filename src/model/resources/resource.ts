import type { JsonObject } from '../../lib/json.ts'
import type {
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  ExpressRoutePort,
  CircuitAuthorization,
  CircuitPeering,
} from './expressroute.ts'
import type {
  AzureFirewall,
  PublicIPAddress,
  Subnet,
  VirtualNetwork,
  VirtualNetworkPeering,
} from './network.ts'
import type {
  HubBgpConnection,
  HubRouteTable,
  HubVirtualNetworkConnection,
  P2sVpnGateway,
  RoutingIntent,
  VirtualHub,
  VirtualWan,
  VpnConnection,
  VpnHubGateway,
  VpnServerConfiguration,
  VpnSite,
} from './virtual-wan.ts'
import type { Connection, LocalNetworkGateway, NatRule, VirtualNetworkGateway } from './vpn.ts'

/** Where a fact came from. `get` knows what `list` leaves out (a connection's status). */
export type Source = 'list' | 'get' | 'graph' | 'write' | 'file'

/** What every resource has, whatever its kind. Text is ARM's own and may be anything. */
export interface Envelope {
  /** ARM id in the casing that was read. */
  id: string
  /** The id in lower case: what is compared, cached and looked up. */
  key: string
  name: string
  /** ARM type in the casing that was read, `Microsoft.Network/connections`. */
  type: string
  subscriptionId: string
  resourceGroup: string
  /** Short region name, `westeurope`; children have none. */
  location?: string
  tags: Record<string, string>
  zones: string[]
  etag?: string
  /** ARM's spelling; absent when ARM left it out or it was not read. */
  provisioningState?: string
  source: Source
  /** Milliseconds since the epoch when the answer arrived. */
  readAt: number
  /** The answer as it stood on the wire, without secrets. */
  body: JsonObject
}

/** A type the app has no model for: shown all the same, by its envelope and its JSON. */
export interface OtherResource extends Envelope {
  kind: 'other'
}

export type Resource =
  | VirtualNetworkGateway
  | Connection
  | LocalNetworkGateway
  | NatRule
  | ExpressRouteCircuit
  | CircuitPeering
  | CircuitAuthorization
  | ExpressRoutePort
  | ExpressRouteGateway
  | ExpressRouteConnection
  | VirtualWan
  | VirtualHub
  | HubVirtualNetworkConnection
  | HubRouteTable
  | RoutingIntent
  | HubBgpConnection
  | VpnHubGateway
  | VpnConnection
  | VpnSite
  | VpnServerConfiguration
  | P2sVpnGateway
  | VirtualNetwork
  | Subnet
  | VirtualNetworkPeering
  | PublicIPAddress
  | AzureFirewall
  | OtherResource

export type Kind = Resource['kind']
export type ResourceOf<K extends Kind> = Extract<Resource, { kind: K }>
