import { sentenceList } from '../../format.ts'
import { linkStatus } from '../../virtual-wan/link-status.ts'
import { valueOf, type Asked } from '../asked.ts'
import { lackingOf, type Ask, type Cause, type Evidence, type NotChecked } from '../finding.ts'
import type { BranchFacts, LinkFact } from './branch-facts.ts'

const CONNECTIONS = 'Microsoft.Network/vpnGateways/vpnConnections'

/** What the rules ask Azure for, with the action it needs. */
const BRANCH_ASKS = {
  connection: { what: 'the connection', action: `${CONNECTIONS}/read` },
  site: { what: 'the VPN site', action: 'Microsoft.Network/vpnSites/read' },
  gateway: { what: 'the gateway', action: 'Microsoft.Network/vpnGateways/read' },
  hub: { what: 'the hub', action: 'Microsoft.Network/virtualHubs/read' },
  ike: {
    what: 'the IKE associations of the links',
    action: `${CONNECTIONS}/vpnLinkConnections/getikesas/action`,
  },
  routes: {
    what: 'what the connection brings into the hub',
    action: 'Microsoft.Network/virtualHubs/inboundRoutes/action',
  },
  activity: { what: 'the activity log', action: 'Microsoft.Insights/eventtypes/values/read' },
} as const satisfies Record<string, Ask>

export function lackingBranch(asked: Asked<unknown>, name: keyof typeof BRANCH_ASKS): NotChecked | undefined {
  return lackingOf(asked, BRANCH_ASKS[name])
}

/** The first link whose associations are not there. */
export function lackingIke(links: readonly LinkFact[]): NotChecked | undefined {
  return links.map(({ ike }) => lackingBranch(ike, 'ike')).find((one) => one !== undefined)
}

export function branchCause(
  title: string,
  likelihood: Cause['likelihood'],
  evidence: Evidence[],
  rest: Pick<Cause, 'side' | 'change'> & Partial<Cause>,
): Cause {
  return { is: 'cause', title, likelihood, evidence, ...rest }
}

export const linksDown = ({ links }: BranchFacts): LinkFact[] => links.filter(({ state }) => state === 'down')
export const linksUp = ({ links }: BranchFacts): LinkFact[] => links.filter(({ state }) => state === 'up')

/** Down links of which no instance holds an association: nothing is agreed on in phase 1. Only those that were asked. */
export function withoutPhase1(facts: BranchFacts): LinkFact[] {
  return linksDown(facts).filter(({ ike }) => ike.is === 'known' && ike.value.length === 0)
}

/** Links of which an instance holds phase 1 and no phase 2. */
export function withoutPhase2({ links }: BranchFacts): LinkFact[] {
  return links.filter(
    ({ ike }) => ike.is === 'known' && ike.value.some((one) => one.childAssociations.length === 0),
  )
}

/** "link-orange", or "both links". */
export function linkNames(links: readonly LinkFact[]): string {
  return sentenceList(links.map(({ link }) => link.name))
}

/** "link-orange is NotConnected" for each. */
export function statusEvidence(links: readonly LinkFact[]): Evidence[] {
  return links.map((one) => ({
    text: `${one.link.name} is ${linkStatus(one)}`,
    source: 'VPN connection',
    at: one.connection.readAt,
  }))
}

export function ikeEvidence(links: readonly LinkFact[]): Evidence[] {
  return links.flatMap(({ link, ike }): Evidence[] => {
    if (ike.is !== 'known') return []
    const text =
      ike.value.length === 0
        ? `No instance holds a phase 1 association with ${link.name}`
        : `${ike.value.length === 1 ? 'One association' : `${ike.value.length} associations`} with ${link.name}`
    return [{ text, source: 'IKE associations', at: ike.at }]
  })
}

/** The public addresses that a device has to have tunnels to. */
export function gatewayAddresses({ links, gateway }: BranchFacts): string {
  const own = links[0]?.tunnels.flatMap(({ instance }) => instance.publicAddress ?? []) ?? []
  const name = valueOf(gateway)?.name ?? 'the gateway'
  return own.length === 0 ? `the two addresses of ${name}` : sentenceList(own)
}
