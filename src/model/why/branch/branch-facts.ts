import type { Activity } from '../../diagnostics/activity.ts'
import type { IkeAssociation } from '../../diagnostics/ike-association.ts'
import type { InboundRoute } from '../../diagnostics/inbound-route.ts'
import type { VirtualHub, VpnConnection, VpnHubGateway, VpnSite } from '../../resources/virtual-wan.ts'
import type { LinkTunnel } from '../../virtual-wan/link-tunnels.ts'
import type { PlacedLink } from '../../virtual-wan/site-links.ts'
import type { Asked } from '../asked.ts'

/** What the diagnosis is of: a site, or its connection to one hub. */
export type BranchSubject = VpnSite | VpnConnection

/** What the estate knows, before anything is asked. */
export interface BranchEstateFacts {
  /** Milliseconds since the epoch. */
  now: number
  subject: BranchSubject
  /** `none`: the site is connected to no hub that was read. */
  connection: Asked<VpnConnection>
  site: Asked<VpnSite>
  gateway: Asked<VpnHubGateway>
  hub: Asked<VirtualHub>
  links: PlacedLink[]
  /** Other sites whose link has an address of this one's. */
  twins: { site: string; link: string; address: string }[]
}

/** A link with what its gateway was asked. */
export interface LinkFact extends PlacedLink {
  ike: Asked<IkeAssociation[]>
  tunnels: LinkTunnel[]
}

export interface BranchFacts extends Omit<BranchEstateFacts, 'links'> {
  links: LinkFact[]
  /** What the connection brings into the hub. */
  routes: Asked<InboundRoute[]>
  activity: Asked<Activity[]>
  gatewayActivity: Asked<Activity[]>
  siteActivity: Asked<Activity[]>
}
