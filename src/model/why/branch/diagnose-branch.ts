import { count, exactTime } from '../../format.ts'
import { linkStatus } from '../../virtual-wan/link-status.ts'
import { tunnelWords } from '../../virtual-wan/link-tunnels.ts'
import { valueOf } from '../asked.ts'
import { judgeRules, type Findings, type Rule } from '../judge-rules.ts'
import { summarised } from '../summary.ts'
import { ticketOf } from '../ticket.ts'
import { changesIn, type Moment } from '../timeline.ts'
import { prefixOverlap, siteAddress } from './address.ts'
import { connectionReady, gatewayReady, hubReady, notConnected } from './azure-side.ts'
import type { BranchFacts } from './branch-facts.ts'
import { linkKey, phaseOnePolicy, reachable, settling, starter } from './phase-one.ts'
import { bgpOfLink, bgpSettingsOfLink, prefixes } from './routes-of-branch.ts'
import { oneWay, phaseTwo, secondInstance } from './tunnels-of-link.ts'
import { BRANCH_NAMES } from './writes.ts'

/** Of two causes equally likely the one named first here stands first: what explains the rest comes before it. */
const RULES: readonly Rule<BranchFacts>[] = [
  { name: 'Connection to a hub', check: notConnected },
  { name: 'Gateway', check: gatewayReady },
  { name: 'Hub and its router', check: hubReady },
  { name: 'Change under way', check: connectionReady },
  { name: 'Address of the device', check: siteAddress },
  { name: 'Phase 2', check: phaseTwo },
  { name: 'Shared key', check: linkKey },
  { name: 'Reachability', check: reachable },
  { name: 'Phase 1 proposals', check: phaseOnePolicy },
  { name: 'Who starts', check: starter },
  { name: 'Negotiation', check: settling },
  { name: 'BGP settings', check: bgpSettingsOfLink },
  { name: 'BGP', check: bgpOfLink },
  { name: 'Second instance', check: secondInstance },
  { name: 'Prefixes', check: prefixes },
  { name: 'Overlap', check: prefixOverlap },
  { name: 'Traffic', check: oneWay },
]

interface BranchDiagnosis extends Findings {
  /** How it is, a clause. */
  state: string
  isUp: boolean
}

/** Why a site or its connection to a hub is not up: every rule over the same facts. */
export function diagnoseBranch(facts: BranchFacts): BranchDiagnosis {
  return { ...judgeRules(RULES, facts), ...standing(facts) }
}

function standing({ connection, links }: BranchFacts): { state: string; isUp: boolean } {
  if (connection.is === 'none') return { state: 'The branch is not connected', isUp: false }
  const up = links.filter(({ state }) => state === 'up').length
  const down = links.filter(({ state }) => state === 'down').length
  if (links.length === 0) return { state: 'How its links stand is not known yet', isUp: false }
  if (up === links.length)
    return { state: links.length === 1 ? 'Its link is up' : `All ${links.length} links are up`, isUp: true }
  if (down === links.length)
    return {
      state: links.length === 1 ? 'Its link is not up' : `None of its ${links.length} links is up`,
      isUp: false,
    }
  if (down > 0)
    return {
      state: `${down} of ${count(links.length, 'link')} ${down === 1 ? 'is' : 'are'} not up`,
      isUp: false,
    }
  return { state: 'It is not up yet', isUp: false }
}

const LOOKS = 'the hub, the gateway, addresses, IKE associations, BGP and who changed what'

/** How it is and why, in one sentence. */
export function branchSummary(diagnosis: BranchDiagnosis): string {
  return summarised(
    diagnosis.state,
    diagnosis,
    diagnosis.isUp ? `If it fails, look here: they compare ${LOOKS}.` : undefined,
  )
}

/** How many facts the rules rest on. */
export function branchFactCount(facts: BranchFacts): number {
  const asked = [
    facts.connection,
    facts.site,
    facts.gateway,
    facts.hub,
    facts.routes,
    facts.activity,
    facts.gatewayActivity,
    facts.siteActivity,
    ...facts.links.map(({ ike }) => ike),
  ]
  return asked.filter(({ is }) => is === 'known').length + facts.links.length + facts.twins.length
}

/** Writes to what lies on the way, the oldest first; what is down has the moment at which it was read. */
export function branchTimeline(facts: BranchFacts): Moment[] {
  const logs = [facts.activity, facts.gatewayActivity, facts.siteActivity].flatMap(
    (log) => valueOf(log) ?? [],
  )
  const down = facts.links.filter(({ state }) => state === 'down')
  return [
    ...changesIn(logs, facts.now, BRANCH_NAMES),
    ...down.map(({ link, connection }): Moment => ({
      at: connection.readAt,
      is: 'now down',
      what: `${link.name} is NotConnected`,
      by: 'as read; nothing tells since when',
    })),
  ].toSorted((a, b) => a.at - b.at)
}

/** The diagnosis as plain text for a ticket, without a secret. */
export function branchTicket(facts: BranchFacts, diagnosis: BranchDiagnosis): string {
  const { subject, now, links } = facts
  return ticketOf(
    [
      `Why ${subject.name} is not up, ${exactTime(now)}`,
      subject.id,
      ...links.map((one) =>
        [
          one.link.name,
          linkStatus(one),
          ...one.tunnels.map(({ instance, state }) => `${instance.label}: ${tunnelWords(state)}`),
        ].join('  '),
      ),
    ],
    diagnosis,
    branchTimeline(facts),
  )
}
