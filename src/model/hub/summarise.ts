import type { Estate } from '../estate.ts'
import { count, sentenceList } from '../format.ts'
import type { InventoryPhase } from '../inventory.ts'
import { compareNames } from '../list/order.ts'
import type { Row } from '../list/row.ts'
import { resourcePath } from '../paths.ts'
import { SERVICES } from '../resources/kinds.ts'
import {
  compareVerdicts,
  countVerdicts,
  isInherited,
  needsExplaining,
  type Verdict,
  type VerdictCounts,
} from '../status/verdict.ts'
import type { AttentionItem, HubSummary } from './summary.ts'

/** What needs attention, as a filter of the list has it too: both count the same rows. */
export const NEED_ATTENTION: readonly Verdict[] = ['down', 'attention', 'unknown', 'inProgress']

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
    attention: rows
      .filter(({ judgement }) => NEED_ATTENTION.includes(judgement.verdict))
      .toSorted(worstFirst)
      .map(attentionItem),
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
  const counts = countVerdicts(rows.filter(isConnection).map(({ judgement }) => judgement.verdict))
  const others = rows.filter((row) => !isConnection(row))
  const down = others.filter(({ judgement }) => judgement.verdict === 'down').length
  const waiting = others.filter((row) => waitsForProvider(row, estate)).length
  const doubtful = others.filter((row) => isDoubtful(row.judgement.verdict) && !isEcho(row)).length - waiting
  const parts = connectionParts(counts, estate.unreadable.length === 0)
  if (waiting > 0)
    parts.push(
      waiting === 1 ? '1 circuit waits for its provider' : `${waiting} circuits wait for their provider`,
    )
  const states = [
    ...(down > 0 ? [`${down === 1 ? 'is' : 'are'} down`] : []),
    ...(doubtful > 0 ? [`${doubtful === 1 ? 'needs' : 'need'} attention`] : []),
  ]
  const numbers = [down, doubtful].filter((number) => number > 0)
  // What is counted is said once, with the first of the numbers.
  const [first, second] = states.map(
    (state, at) => `${at === 0 ? count(numbers[at] ?? 0, 'other resource') : numbers[at]} ${state}`,
  )
  if (first !== undefined) parts.push(second === undefined ? first : `${first} and ${second}`)
  return parts.join(', ')
}

/** Neither down nor under way: what somebody has to look at. */
function isDoubtful(verdict: Verdict): boolean {
  return verdict === 'attention' || verdict === 'unknown'
}

function connectionParts(counts: VerdictCounts, isAll: boolean): string[] {
  const total = Object.values(counts).reduce((sum, number) => sum + number, 0)
  if (total === 0) return [isAll ? 'No connections yet' : 'No connections in what could be read']
  if (counts.healthy === total)
    return [total === 1 ? 'The one connection is healthy' : `All ${total} connections are healthy`]
  const checked = total - counts.notChecked
  if (checked === 0) return [`${count(total, 'connection')} ${total === 1 ? 'is' : 'are'} not checked yet`]
  const of = count(checked, checked === total ? 'connection' : 'checked connection')
  const parts = [`${counts.healthy} of ${of} ${counts.healthy === 1 || checked === 1 ? 'is' : 'are'} healthy`]
  if (counts.down > 0) parts.push(`${counts.down} ${counts.down === 1 ? 'is' : 'are'} down`)
  const doubtful = counts.attention + counts.unknown
  if (doubtful > 0) parts.push(`${doubtful} ${doubtful === 1 ? 'needs' : 'need'} attention`)
  if (counts.notChecked > 0)
    parts.push(`${counts.notChecked} ${counts.notChecked === 1 ? 'is' : 'are'} not checked yet`)
  return parts
}

function waitsForProvider(row: Row, estate: Estate): boolean {
  const circuit = estate.resources.get(row.key)
  if (circuit?.kind !== 'expressRouteCircuit' || row.judgement.verdict !== 'attention') return false
  if (circuit.expressRoutePortId !== undefined) return false
  return circuit.serviceProviderProvisioningState?.toLowerCase() === 'notprovisioned'
}

/** A parent that only repeats what its connection says is no news beside that connection. */
function isEcho({ judgement }: Row): boolean {
  return isInherited(judgement)
}

function worstFirst(a: Row, b: Row): number {
  return (
    compareVerdicts(a.judgement.verdict, b.judgement.verdict) ||
    Number(isEcho(a)) - Number(isEcho(b)) ||
    compareNames(a, b)
  )
}

function attentionItem(row: Row): AttentionItem {
  const { sentence: words, verdict } = row.judgement
  return {
    row,
    repeats: isEcho(row),
    reason: `${words.charAt(0).toUpperCase()}${words.slice(1)}.`,
    next: { label: NEXT[verdict], to: resourcePath(row.id, explains(row) ? 'why' : 'overview') },
  }
}

/** A page of it says why. */
function explains({ kind, judgement }: Row): boolean {
  return EXPLAINED.has(kind) && needsExplaining(judgement.verdict)
}

const EXPLAINED: ReadonlySet<Row['kind']> = new Set([
  'connection',
  'expressRouteCircuit',
  'expressRouteConnection',
])

const NEXT: Record<Verdict, string> = {
  down: 'See why',
  attention: 'See why',
  unknown: 'See what is known',
  inProgress: 'See its state',
  notChecked: 'Read it',
  healthy: 'Open',
}
