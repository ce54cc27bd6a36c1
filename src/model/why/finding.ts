import type { Topic } from '../edits/topics.ts'
import type { HubError } from '../errors.ts'
import type { TabId } from '../resources/tabs.ts'
import type { Asked } from './asked.ts'

/** Most likely first. */
export const LIKELIHOODS = ['very likely', 'possible', 'unlikely'] as const
export type Likelihood = (typeof LIKELIHOODS)[number]

/** `azure`, `on-premises` and `router` are the reader's own; the others are somebody else's, whom they have to ask. */
export type Side =
  | 'azure'
  | 'on-premises'
  | 'both'
  | 'router'
  | 'provider'
  | 'router or provider'
  | 'microsoft'

export type EvidenceSource =
  | 'Connection'
  | 'Gateway'
  | 'Local network gateway'
  | 'VPN site'
  | 'VPN connection'
  | 'Hub of the gateway'
  | 'Inbound routes'
  | 'Virtual network'
  | 'NAT rules'
  | 'IKE associations'
  | 'BGP peers'
  | 'Activity log'
  | 'Metrics'
  | 'Pasted log'
  | 'Circuit'
  | 'Port'
  | 'Private peering'
  | 'ARP tables'
  | 'Route summaries'
  | 'Route tables'
  | 'Failover tests'
  | 'Hub'
  | 'Virtual WAN'
  | 'Virtual network connection'
  | 'Hub route tables'
  | 'Routing intent'
  | 'Firewall'

/** Something that was read and speaks for a cause: a sentence without its full stop. */
export interface Evidence {
  text: string
  source: EvidenceSource
  /** Milliseconds since the epoch: when it was read. */
  at: number
}

/** A form or an action of the resource, or a page of it, that makes the change. */
export type ChangeLink = { id: string; label: string } & ({ topic: Topic } | { tab: TabId })

export interface Cause {
  is: 'cause'
  /** A clause without a full stop: "The shared key differs". */
  title: string
  likelihood: Likelihood
  evidence: Evidence[]
  side: Side
  /** The smallest change, whole sentences. */
  change: string
  link?: ChangeLink
  /** What the change interrupts, one sentence. */
  interruption?: string
  /** What the device's log then shows; proven with strongSwan. */
  deviceShows?: string[]
}

export interface RuledOut {
  is: 'ruledOut'
  /** A sentence without its full stop. */
  why: string
}

export interface NotChecked {
  is: 'notChecked'
  /** What is missing, a clause: "the IKE associations: not readable for this account". */
  missing: string
  /** How to get it, whole sentences. */
  how: string
  /** It is being read. */
  waiting: boolean
}

export type Finding = Cause | RuledOut | NotChecked

/** What the rules ask Azure for, with the action it needs. */
export const ASKS = {
  ike: { what: 'the IKE associations', action: 'Microsoft.Network/connections/getikesas/action' },
  peers: {
    what: 'the BGP peers',
    action: 'Microsoft.Network/virtualNetworkGateways/getbgppeerstatus/action',
  },
  activity: {
    what: 'the activity log of the connection',
    action: 'Microsoft.Insights/eventtypes/values/read',
  },
  gatewayActivity: {
    what: 'the activity log of the gateway',
    action: 'Microsoft.Insights/eventtypes/values/read',
  },
  siteActivity: {
    what: 'the activity log of the local network gateway',
    action: 'Microsoft.Insights/eventtypes/values/read',
  },
  twinActivity: {
    what: 'the activity log of the connection that leads back',
    action: 'Microsoft.Insights/eventtypes/values/read',
  },
  gateway: { what: 'the gateway', action: 'Microsoft.Network/virtualNetworkGateways/read' },
  site: { what: 'the local network gateway', action: 'Microsoft.Network/localNetworkGateways/read' },
  network: { what: 'the virtual network', action: 'Microsoft.Network/virtualNetworks/read' },
  subnet: { what: 'GatewaySubnet', action: 'Microsoft.Network/virtualNetworks/subnets/read' },
  routeTable: {
    what: 'the route table of GatewaySubnet',
    action: 'Microsoft.Network/routeTables/read',
  },
  natRules: {
    what: 'the NAT rules of the connection',
    action: 'Microsoft.Network/virtualNetworkGateways/natRules/read',
  },
  twin: {
    what: 'the connections of the other gateway',
    action: 'Microsoft.Network/connections/read',
  },
} as const

export type AskName = keyof typeof ASKS

/** Something that is asked for: a noun with its article, and the action it needs. */
export interface Ask {
  what: string
  action: string
}

export function lacking(asked: Asked<unknown>, name: AskName): NotChecked | undefined {
  return lackingOf(asked, ASKS[name])
}

/** Why a rule could not look: undefined where the fact is there. What a rule lacks is never ruled out. */
export function lackingOf(asked: Asked<unknown>, { what, action }: Ask): NotChecked | undefined {
  switch (asked.is) {
    case 'known':
      return undefined
    case 'asking':
      return { is: 'notChecked', missing: `${what}: still being read`, how: 'Wait.', waiting: true }
    case 'none':
      return {
        is: 'notChecked',
        missing: `${what}: not among what was read`,
        how: `Add its subscription to the scope; reading it needs ${action}.`,
        waiting: false,
      }
    case 'failed':
      return { is: 'notChecked', ...becauseOf(what, action, asked.error), waiting: false }
    default:
      return asked satisfies never
  }
}

function becauseOf(what: string, action: string, { kind, status, code }: HubError) {
  const said = status === undefined ? code : `${status} ${code}`
  switch (kind) {
    case 'forbidden':
      return {
        missing: `${what}: not readable for this account (${said})`,
        how: `Ask for a role with ${action}, then check again.`,
      }
    case 'auth':
      return { missing: `${what}: the sign-in has ended (${said})`, how: 'Sign in again, then check again.' }
    case 'network':
      return { missing: `${what}: nothing answered (${said})`, how: 'Check again.' }
    case 'fault':
      return {
        missing: `${what}: a part of this app failed, so nothing is known of it (${said})`,
        how: 'Reload the page, then check again.',
      }
    case 'busy':
      return {
        missing: `${what}: another operation is running (${said})`,
        how: 'Wait until it has ended, then check again.',
      }
    case 'throttled':
      return { missing: `${what}: Azure asked to wait (${said})`, how: 'Check again in a minute.' }
    case 'conflict':
    case 'notFound':
    case 'invalid':
    case 'server':
      return { missing: `${what}: Azure had no answer (${said})`, how: 'Check again.' }
    default:
      return kind satisfies never
  }
}

export const ruledOut = (why: string): RuledOut => ({ is: 'ruledOut', why })
