import type { Estate } from '../estate.ts'
import { count, sentenceList } from '../format.ts'
import type { InventoryPhase } from '../inventory.ts'
import type { Row } from '../list/row.ts'
import { resourcePath } from '../paths.ts'
import { SERVICES } from '../resources/kinds.ts'
import { compareVerdicts, countVerdicts, type Verdict, type VerdictCounts } from '../status/verdict.ts'
import type { AttentionItem, HubSummary } from './summary.ts'

/** The hub page's words and numbers. Only counted resources: what is merely related is not a row of any service. */
export function summarise(estate: Estate, phase: InventoryPhase | 'starting'): HubSummary {
  const rows = estate.rows.filter(({ service }) => service !== undefined)
  const read = phase === 'done' && estate.unreadable.length === 0
  return {
    sentence: sentence(rows, estate, phase),
    extent: extent(rows, estate),
    services: SERVICES.map((service) => {
      const own = rows.filter((row) => row.service === service)
      return { service, total: own.length, counts: countVerdicts(own.map((row) => row.judgement.verdict)) }
    }),
    attention: rows.filter(needsAttention).toSorted(worstFirst).map(attentionItem),
    empty: read && rows.length === 0,
  }
}

function extent(rows: readonly Row[], estate: Estate): string {
  const regions = new Set(rows.map(({ location }) => location).filter((location) => location !== ''))
  const where = [count(estate.subscriptions.length, 'subscription')]
  if (regions.size > 0) where.push(count(regions.size, 'region'))
  return `${count(rows.length, 'resource')} in ${sentenceList(where)}.`
}

function isConnection({ kind }: Row): boolean {
  return kind === 'connection' || kind === 'vpnConnection' || kind === 'expressRouteConnection'
}

function sentence(rows: readonly Row[], estate: Estate, phase: InventoryPhase | 'starting'): string {
  if (rows.length === 0) {
    if (phase === 'starting' || phase === 'lists') return 'Reading the estate'
    return estate.unreadable.length > 0 ? 'Nothing could be read completely' : 'Nothing connects to Azure yet'
  }
  const connections = rows.filter(isConnection)
  const counts = countVerdicts(connections.map(({ judgement }) => judgement.verdict))
  const others = rows.filter(
    (row) => !isConnection(row) && row.kind !== 'expressRouteCircuit' && needsAttention(row),
  )
  const parts = [
    ...connectionParts(connections.length, counts),
    ...circuitParts(rows, estate),
    ...otherParts(others.filter(({ judgement }) => judgement.verdict !== 'inProgress').length),
  ]
  return parts.join(', ')
}

function connectionParts(total: number, counts: VerdictCounts): string[] {
  if (total === 0) return ['No connections yet']
  const all = counts.healthy === total
  if (all) return [total === 1 ? 'The one connection is healthy' : `All ${total} connections are healthy`]
  const parts = [
    `${counts.healthy} of ${count(total, 'connection')} ${counts.healthy === 1 ? 'is' : 'are'} healthy`,
  ]
  const say = (number: number, words: string) => {
    if (number > 0) parts.push(`${number} ${words}`)
  }
  say(counts.down, counts.down === 1 ? 'is down' : 'are down')
  say(counts.attention, counts.attention === 1 ? 'needs attention' : 'need attention')
  say(counts.unknown, counts.unknown === 1 ? 'is unknown' : 'are unknown')
  say(counts.inProgress, counts.inProgress === 1 ? 'is in progress' : 'are in progress')
  say(counts.notChecked, counts.notChecked === 1 ? 'is not checked' : 'are not checked')
  return parts
}

function circuitParts(rows: readonly Row[], estate: Estate): string[] {
  const circuits = rows.filter(({ kind }) => kind === 'expressRouteCircuit')
  const waiting = circuits.filter(({ key }) => {
    const circuit = estate.resources.get(key)
    if (circuit?.kind !== 'expressRouteCircuit' || circuit.expressRoutePortId !== undefined) return false
    return circuit.serviceProviderProvisioningState?.toLowerCase() === 'notprovisioned'
  }).length
  const other = circuits.filter(needsAttention).length - waiting
  const parts: string[] = []
  if (waiting > 0)
    parts.push(
      waiting === 1 ? '1 circuit waits for its provider' : `${waiting} circuits wait for their provider`,
    )
  if (other > 0) parts.push(other === 1 ? '1 circuit needs attention' : `${other} circuits need attention`)
  return parts
}

function otherParts(number: number): string[] {
  if (number === 0) return []
  return [number === 1 ? '1 other resource needs attention' : `${number} other resources need attention`]
}

/** A parent that only repeats what its connection says is no news beside that connection. */
function needsAttention({ judgement }: Row): boolean {
  if (judgement.verdict === 'healthy' || judgement.verdict === 'notChecked') return false
  return judgement.reasons.some((reason) => reason.inherited !== true)
}

function worstFirst(a: Row, b: Row): number {
  return compareVerdicts(a.judgement.verdict, b.judgement.verdict) || a.name.localeCompare(b.name)
}

function attentionItem(row: Row): AttentionItem {
  const { sentence: words, verdict } = row.judgement
  return {
    row,
    reason: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    next: { label: NEXT[verdict], to: resourcePath(row.id) },
  }
}

const NEXT: Record<Verdict, string> = {
  down: 'See why',
  attention: 'See why',
  unknown: 'See what is known',
  inProgress: 'See its state',
  notChecked: 'Read it',
  healthy: 'Open',
}
