import { valueOf } from '../asked.ts'
import { judgeRules, type Findings, type Rule } from '../judge-rules.ts'
import { summarised } from '../summary.ts'
import { isRouted } from '../../virtual-wan/readiness.ts'
import type { HubFacts } from './hub-facts.ts'
import { hubState, wanType } from './hub-state.ts'
import { intent, internet } from './intent.ts'
import { justChanged } from './just-changed.ts'
import { networkConnection } from './network-connection.ts'
import { overlap } from './overlap.ts'
import { router } from './router.ts'
import { association, propagation } from './routing-of-connection.ts'

/** Of two causes equally likely the one named first here stands first: what explains the rest comes before it. */
const RULES: readonly Rule<HubFacts>[] = [
  { name: 'Router of the hub', check: router },
  { name: 'Hub', check: hubState },
  { name: 'Type of the WAN', check: wanType },
  { name: 'Connection', check: networkConnection },
  { name: 'Addresses', check: overlap },
  { name: 'Association', check: association },
  { name: 'Propagation', check: propagation },
  { name: 'Routing intent', check: intent },
  { name: 'Internet', check: internet },
  { name: 'Just changed', check: justChanged },
]

export interface HubDiagnosis extends Findings {
  /** How it is, a clause. */
  state: string
  isUp: boolean
}

/** Why a hub, or a network's connection to one, carries nothing: every rule over the same facts. */
export function diagnoseHub(facts: HubFacts): HubDiagnosis {
  return { ...judgeRules(RULES, facts), ...standing(facts) }
}

function standing({ subject, hub: asked }: HubFacts): { state: string; isUp: boolean } {
  const hub = valueOf(asked)
  const state = subject.provisioningState ?? 'not given'
  const done = state.toLowerCase() === 'succeeded'
  const routed = hub !== undefined && isRouted(hub)
  if (subject.kind === 'virtualHub') {
    const router = subject.routingState ?? 'not given'
    return { state: `The hub is ${state}, its router ${router}`, isUp: done && routed }
  }
  const status = subject.connectivityStatus
  const joined = status === undefined || status.toLowerCase() === 'connected'
  if (done && joined && !routed)
    return {
      state: `The connection ${state}, but the router of its hub is ${hub?.routingState ?? 'not known'}`,
      isUp: false,
    }
  return {
    state: `The connection is ${status ?? state}`,
    isUp: done && joined && routed,
  }
}

const LOOKS = 'the router, address spaces, route tables, routing intent and who changed what'

/** How it is and why, in one sentence. */
export function hubSummary(diagnosis: HubDiagnosis): string {
  return summarised(
    diagnosis.state,
    diagnosis,
    diagnosis.isUp ? `If it fails, look here: they compare ${LOOKS}.` : undefined,
  )
}

/** How many facts the rules rest on. */
export function hubFactCount(facts: HubFacts): number {
  const asked = [
    facts.hub,
    facts.wan,
    facts.network,
    facts.firewall,
    facts.connections,
    facts.tables,
    facts.intents,
    facts.activity,
    facts.hubActivity,
  ]
  return 1 + asked.filter(({ is }) => is === 'known').length + facts.around.length
}
