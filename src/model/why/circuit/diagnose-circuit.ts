import { sentenceList } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { judgeRules, type Findings, type Rule } from '../judge-rules.ts'
import { summarised } from '../summary.ts'
import { asNumber } from './as-number.ts'
import { authorization } from './authorization.ts'
import { bgpSessions } from './bgp-sessions.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { circuitState } from './circuit-state.ts'
import { connectionOfCircuit } from './connection-of-circuit.ts'
import { edgeSessions } from './edge-sessions.ts'
import { gatewayOfEnd } from './gateway-of-end.ts'
import { justChanged } from './just-changed.ts'
import { layer2Rule } from './layer-2.ts'
import { location } from './location.ts'
import { noRoutes } from './no-routes.ts'
import { microsoftPeering } from './microsoft-peering.ts'
import { linkOverlap, routeOverlap } from './overlap.ts'
import { pathStates, type PathState } from './path-states.ts'
import { portLinks } from './port-links.ts'
import { privatePeering } from './private-peering.ts'
import { provider } from './provider.ts'
import { reach } from './reach.ts'
import { routeLimit } from './route-limit.ts'
import { vlan } from './vlan.ts'

/** Of two causes equally likely the one named first here stands first: what explains the rest comes before it. */
const RULES: readonly Rule<CircuitFacts>[] = [
  { name: 'Circuit', check: circuitState },
  { name: 'Provider', check: provider },
  { name: 'Port links', check: portLinks },
  { name: 'Private peering', check: privatePeering },
  { name: 'Microsoft peering', check: microsoftPeering },
  { name: 'Failover test and location', check: location },
  { name: 'Authorization', check: authorization },
  { name: 'Gateway', check: gatewayOfEnd },
  { name: 'Layer 2', check: layer2Rule },
  { name: 'Prefix limit', check: routeLimit },
  { name: 'BGP sessions', check: bgpSessions },
  { name: 'Routes', check: noRoutes },
  { name: 'VLAN ID', check: vlan },
  { name: 'AS number and MD5 key', check: asNumber },
  { name: 'Just changed', check: justChanged },
  { name: 'Subnets of the links', check: linkOverlap },
  { name: 'Overlap with a network', check: routeOverlap },
  { name: 'Connection', check: connectionOfCircuit },
  { name: 'Microsoft’s edge', check: edgeSessions },
  { name: 'Reach of the SKU', check: reach },
]

export interface CircuitDiagnosis extends Findings {
  paths: PathState[]
  /** How it is, a clause. */
  state: string
  isUp: boolean
}

/** Why a circuit or a connection to one is not up: every rule over the same facts. */
export function diagnoseCircuit(facts: CircuitFacts): CircuitDiagnosis {
  const paths = pathStates(facts)
  const { subject } = facts
  const out = subject.kind === 'connection' && subject.connectionStatus?.toLowerCase() === 'notconnected'
  const isUp = !out && paths.length === 2 && paths.every(({ bgp }) => bgp === 'up')
  return {
    ...judgeRules(RULES, facts),
    paths,
    state: out ? 'It is NotConnected' : stateWords(facts, paths),
    isUp,
  }
}

/** How it is and why, in one sentence. */
export function circuitSummary(diagnosis: CircuitDiagnosis): string {
  const up = diagnosis.isUp ? `If it fails, look here: they compare ${sentenceList(LOOKS)}.` : undefined
  return summarised(diagnosis.state, diagnosis, up)
}

const LOOKS = ['who changed what', 'ARP tables', 'BGP', 'prefixes', 'the gateway']

function stateWords({ circuit, paths: asked }: CircuitFacts, paths: readonly PathState[]): string {
  const up = paths.filter(({ bgp }) => bgp === 'up')
  const down = paths.filter(({ bgp }) => bgp === 'down' || bgp === 'limit')
  const [only] = down
  if (paths.length > 0 && up.length === paths.length) return 'Both paths are up'
  if (down.length === 2) return 'Neither path is up'
  if (down.length === 1 && only !== undefined)
    return `The ${only.path} path is down${up.length > 0 ? ', the other is up' : ''}`
  if (asked.is === 'asking') return 'How its paths stand is not known yet'
  const state = valueOf(circuit)?.serviceProviderProvisioningState
  return asked.is === 'none' && state !== undefined && state.toLowerCase() !== 'provisioned'
    ? 'It is not in service'
    : 'How its paths stand was not told'
}

/** How many facts the rules rest on. */
export function circuitFactCount(facts: CircuitFacts): number {
  const tables = valueOf(facts.paths)?.paths.flatMap(({ arp, summary }) => [arp, summary]) ?? []
  const asked = [
    facts.circuit,
    facts.port,
    facts.routes,
    facts.activity,
    facts.circuitActivity,
    facts.peeringActivity,
    ...facts.ends.flatMap((end) => [end.gateway, end.peers, end.tests, end.gatewayActivity]),
  ]
  return (
    1 +
    asked.filter(({ is }) => is === 'known').length +
    tables.filter(({ ok }) => ok).length +
    facts.ends.length +
    facts.networks.length +
    facts.nearby.length
  )
}
