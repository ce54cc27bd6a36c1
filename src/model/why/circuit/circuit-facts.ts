import type { CircuitRoute, PathName, PeeringReading } from '../../circuit/path-tables.ts'
import type { FailoverTestReading } from '../../circuit/resiliency.ts'
import type { Activity } from '../../diagnostics/activity.ts'
import type { BgpPeer } from '../../diagnostics/bgp-peer.ts'
import type {
  ExpressRouteCircuit,
  ExpressRouteConnection,
  ExpressRouteGateway,
  ExpressRoutePort,
} from '../../resources/expressroute.ts'
import type { VirtualNetwork } from '../../resources/network.ts'
import type { Connection, VirtualNetworkGateway } from '../../resources/vpn.ts'
import type { Asked } from '../asked.ts'

/** What the diagnosis is of: a circuit, a connection of a virtual network to one, or one of a hub. */
export type CircuitSubject = ExpressRouteCircuit | Connection | ExpressRouteConnection

/** One way from the circuit into Azure, as far as the estate knows it. */
export interface CircuitEnd {
  connection: Connection | ExpressRouteConnection
  gateway: Asked<VirtualNetworkGateway | ExpressRouteGateway>
}

/** What is asked of the gateway of an end: a virtual network's alone, since a hub's has none of it. */
export interface AskedEnd extends CircuitEnd {
  peers: Asked<BgpPeer[]>
  tests: Asked<FailoverTestReading[]>
  gatewayActivity: Asked<Activity[]>
}

/** Another circuit at the same peering location, with how its connections stand. */
export interface CircuitNearby {
  name: string
  /** `connectionStatus` of those that were read. */
  statuses: string[]
}

/** What the estate knows, before anything is asked. */
export interface CircuitEstateFacts {
  /** Milliseconds since the epoch. */
  now: number
  subject: CircuitSubject
  circuit: Asked<ExpressRouteCircuit>
  /** `none` of a provider's circuit. */
  port: Asked<ExpressRoutePort>
  /** Of a connection that one alone, of a circuit all that were read. */
  ends: CircuitEnd[]
  /** Virtual networks behind the ends' gateways, those that are peered and use them too. */
  networks: VirtualNetwork[]
  nearby: CircuitNearby[]
}

/** What is asked for the diagnosis. */
export interface CircuitAskedFacts {
  /** ARP tables, summaries and counters of the peering that is looked at; each table stands or fails by itself. */
  paths: Asked<PeeringReading>
  routes: Asked<Record<PathName, CircuitRoute[]>>
  /** Of the subject. */
  activity: Asked<Activity[]>
  /** Of the circuit, where that is not the subject. */
  circuitActivity: Asked<Activity[]>
  peeringActivity: Asked<Activity[]>
}

export interface CircuitFacts extends Omit<CircuitEstateFacts, 'ends'>, CircuitAskedFacts {
  ends: AskedEnd[]
}
