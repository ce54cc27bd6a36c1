import { count, sentenceList } from '../format.ts'
import type { Diagnosis } from './diagnose.ts'
import type { Facts } from './facts.ts'
import type { Findings } from './judge-rules.ts'

/** How it is and why, in one sentence; of a connection that is up, what was looked at. */
export function summaryOf(diagnosis: Diagnosis): string {
  const up =
    diagnosis.tunnels.state === 'up'
      ? `If it fails, look here: they compare ${sentenceList(LOOKS)}.`
      : undefined
  return summarised(stateWords(diagnosis), diagnosis, up)
}

const LOOKS = ['who changed what', 'IKE associations', 'BGP', 'addresses', 'the gateway']

/**
 * @param state how it is, a clause
 * @param whenUp what is said of rules that found nothing, where it is up; undefined where it is not. A cause is then none of being down
 */
export function summarised(
  state: string,
  { causes: [first], notChecked, rules }: Findings,
  whenUp: string | undefined,
): string {
  const waiting = notChecked.some((one) => one.waiting)
  if (first === undefined) {
    if (waiting) return `${state}; what it rests on is still being read.`
    if (whenUp !== undefined)
      return `${state}, and ${count(rules, 'rule')} found nothing that would take it down. ${whenUp}`
    return `${state}, and no rule found a cause in what could be read.`
  }
  const why = lowerFirst(first.title)
  switch (first.likelihood) {
    case 'very likely':
      if (whenUp !== undefined) return `${state}, but ${because(why)}.`
      return `${state}, most likely because ${because(why)}.`
    case 'possible':
      return `${state}. What may be: ${why}.`
    case 'unlikely':
      return `${state}. Nothing stands out${waiting ? ' so far' : ''}; what remains is unlikely.`
    default:
      return first.likelihood satisfies never
  }
}

function stateWords({ tunnels }: Diagnosis): string {
  const { all, up, down, state } = tunnels
  switch (state) {
    case 'up':
      return all.length > 1 ? `It is up: ${up.length} of ${all.length} tunnels are Connected` : 'It is up'
    case 'partly':
      return `${down.length} of ${all.length} tunnels ${down.length === 1 ? 'is' : 'are'} not connected`
    case 'down':
      return all.length > 1 ? `None of its ${all.length} tunnels is up` : 'Its tunnel is not up'
    case 'connecting':
      return 'The two ends are negotiating'
    case 'unknown':
      return 'Azure does not say whether it is up'
    default:
      return state satisfies never
  }
}

function because(clause: string): string {
  return clause.replace(/, which matters once a tunnel is up$/, '')
}

function lowerFirst(text: string): string {
  return /^(BGP|GatewaySubnet|Azure|UDP|AS )/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** How many facts the rules rest on. */
export function factCount({ connection, ...facts }: Facts): number {
  const asked = [
    facts.gateway,
    facts.site,
    facts.network,
    facts.natRules,
    facts.twin,
    facts.ike,
    facts.peers,
    facts.traffic,
    facts.activity,
    facts.gatewayActivity,
    facts.siteActivity,
    facts.twinActivity,
    facts.subnet,
    facts.routeTable,
  ].filter(({ is }) => is === 'known').length
  return asked + 1 + connection.tunnels.length + facts.neighbours.length + facts.deviceLog.length
}
