import type { Activity } from '../diagnostics/activity.ts'
import type { BgpPeer } from '../diagnostics/bgp-peer.ts'
import type { IkeAssociation } from '../diagnostics/ike-association.ts'
import type { TunnelTraffic } from '../diagnostics/tunnel-traffic.ts'
import type { Subnet, VirtualNetwork } from '../resources/network.ts'
import type { Connection, LocalNetworkGateway, NatRule, VirtualNetworkGateway } from '../resources/vpn.ts'
import type { Asked } from './asked.ts'
import type { LogMark } from './device-log.ts'

/** Days the activity log is asked for. */
export const LOG_DAYS = 7

export interface Route {
  prefix: string
  /** `VirtualAppliance`, `Internet`, `None`; as Azure spells it. */
  nextHopType?: string
}

export interface RouteTable {
  name: string
  routes: Route[]
  /** `disableBgpRoutePropagation` is false. */
  propagates: boolean
}

/** Another connection of the same gateway, with what it leads to. */
export interface Neighbour {
  connection: Connection
  site?: LocalNetworkGateway
}

/** What is known of a connection from the estate, before anything is asked. */
export interface EstateFacts {
  /** Milliseconds since the epoch. */
  now: number
  connection: Connection
  gateway: Asked<VirtualNetworkGateway>
  site: Asked<LocalNetworkGateway>
  network: Asked<VirtualNetwork>
  /** Networks that use the gateway by peering, and those peered that do not. */
  spokes: VirtualNetwork[]
  /** Of each instance of the gateway, in its order; absent where it was not read. */
  addresses: (string | undefined)[]
  natRules: Asked<NatRule[]>
  neighbours: Neighbour[]
  /** The connection that leads back; `undefined` inside where there is none. */
  twin: Asked<Connection | undefined>
}

/** What is asked for the diagnosis. */
export interface AskedFacts {
  ike: Asked<IkeAssociation[]>
  peers: Asked<BgpPeer[]>
  /** Of each tunnel, of the last day; only to tell when one ended. */
  traffic: Asked<TunnelTraffic[]>
  activity: Asked<Activity[]>
  gatewayActivity: Asked<Activity[]>
  siteActivity: Asked<Activity[]>
  twinActivity: Asked<Activity[]>
  subnet: Asked<Subnet>
  routeTable: Asked<RouteTable>
}

export interface Facts extends EstateFacts, AskedFacts {
  /** What a pasted device log says. */
  deviceLog: LogMark[]
}
