import { count, sentenceList } from '../format.ts'
import type { Diagnosis } from './diagnose.ts'
import type { Facts } from './facts.ts'

/** How it is and why, in one sentence; of a connection that is up, what was looked at. */
export function summaryOf(diagnosis: Diagnosis): string {
  const { causes, tunnels, notChecked, rules } = diagnosis
  const first = causes[0]
  const waiting = notChecked.some((one) => one.waiting)
  if (first === undefined) {
    if (waiting) return `${stateWords(diagnosis)}; what it rests on is still being read.`
    if (tunnels.state === 'up')
      return `${stateWords(diagnosis)}, and ${count(rules, 'rule')} found nothing that would take it down. If it fails, look here: they compare ${sentenceList(LOOKS)}.`
    return `${stateWords(diagnosis)}, and no rule found a cause in what could be read.`
  }
  const why = lowerFirst(first.title)
  switch (first.likelihood) {
    case 'very likely':
      return `${stateWords(diagnosis)}, most likely because ${because(why)}.`
    case 'possible':
      return `${stateWords(diagnosis)}. What may be: ${why}.`
    case 'unlikely':
      return `${stateWords(diagnosis)}. Nothing stands out${waiting ? ' so far' : ''}; what remains is unlikely.`
    default:
      return first.likelihood satisfies never
  }
}

const LOOKS = ['who changed what', 'IKE associations', 'BGP', 'addresses', 'the gateway']

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
  return /^(BGP|GatewaySubnet|Azure|UDP)/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
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
