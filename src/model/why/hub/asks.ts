import type { Asked } from '../asked.ts'
import {
  lackingOf,
  type Ask,
  type Cause,
  type Evidence,
  type EvidenceSource,
  type NotChecked,
} from '../finding.ts'

const HUBS = 'Microsoft.Network/virtualHubs'

/** What the rules ask Azure for, with the action it needs. */
const HUB_ASKS = {
  hub: { what: 'the hub', action: `${HUBS}/read` },
  wan: { what: 'the virtual WAN', action: 'Microsoft.Network/virtualWans/read' },
  network: { what: 'the virtual network', action: 'Microsoft.Network/virtualNetworks/read' },
  firewall: { what: 'the firewall of the hub', action: 'Microsoft.Network/azureFirewalls/read' },
  connections: {
    what: 'the virtual network connections of the hub',
    action: `${HUBS}/hubVirtualNetworkConnections/read`,
  },
  tables: { what: 'the route tables of the hub', action: `${HUBS}/hubRouteTables/read` },
  intents: { what: 'the routing intent of the hub', action: `${HUBS}/routingIntent/read` },
  activity: { what: 'the activity log', action: 'Microsoft.Insights/eventtypes/values/read' },
} as const satisfies Record<string, Ask>

export function lackingHub(asked: Asked<unknown>, name: keyof typeof HUB_ASKS): NotChecked | undefined {
  return lackingOf(asked, HUB_ASKS[name])
}

/** Something that was read of a resource or of a list. */
export function said(text: string, source: EvidenceSource, at: number): Evidence {
  return { text, source, at }
}

/** When a fact was read; where it is not there, now. */
export function atOf(asked: Asked<unknown>, now: number): number {
  return asked.is === 'known' ? asked.at : now
}

export function cause(
  title: string,
  likelihood: Cause['likelihood'],
  evidence: Evidence[],
  rest: Pick<Cause, 'change'> & Partial<Pick<Cause, 'side' | 'link' | 'interruption'>>,
): Cause {
  return { is: 'cause', title, likelihood, evidence, side: 'azure', ...rest }
}
