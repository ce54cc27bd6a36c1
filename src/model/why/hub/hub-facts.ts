import type { Activity } from '../../diagnostics/activity.ts'
import type { AzureFirewall, VirtualNetwork } from '../../resources/network.ts'
import type {
  HubRouteTable,
  HubVirtualNetworkConnection,
  RoutingIntent,
  VirtualHub,
  VirtualWan,
} from '../../resources/virtual-wan.ts'
import type { OwnedRange } from '../../virtual-wan/hub-ranges.ts'
import type { Asked } from '../asked.ts'

/** What the diagnosis is of: a hub, or the connection of a network to one. */
export type HubSubject = VirtualHub | HubVirtualNetworkConnection

/** What the estate knows, before anything is asked. */
export interface HubEstateFacts {
  /** Milliseconds since the epoch. */
  now: number
  subject: HubSubject
  hub: Asked<VirtualHub>
  wan: Asked<VirtualWan>
  /** Of a connection. */
  network: Asked<VirtualNetwork>
  /** `none` where the hub has no firewall. */
  firewall: Asked<AzureFirewall>
}

/** What is asked for the diagnosis. */
interface HubAskedFacts {
  connections: Asked<HubVirtualNetworkConnection[]>
  tables: Asked<HubRouteTable[]>
  intents: Asked<RoutingIntent[]>
  /** Of the subject. */
  activity: Asked<Activity[]>
  /** Of the hub, where that is not the subject. */
  hubActivity: Asked<Activity[]>
}

export interface HubFacts extends HubEstateFacts, HubAskedFacts {
  /** What the hub routes to besides: other hubs, sites, pools of clients, and the networks of its connections but the subject's. */
  around: OwnedRange[]
}
