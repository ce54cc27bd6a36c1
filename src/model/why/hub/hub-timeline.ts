import { exactTime } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ticketOf } from '../ticket.ts'
import { changesIn, type Moment } from '../timeline.ts'
import type { HubDiagnosis } from './diagnose-hub.ts'
import type { HubFacts } from './hub-facts.ts'

const NAMES: readonly [operation: RegExp, name: string][] = [
  [/\/hubvirtualnetworkconnections\/write$/i, 'Network connection changed'],
  [/\/hubvirtualnetworkconnections\/delete$/i, 'Network connection deleted'],
  [/\/hubroutetables\/write$/i, 'Route table changed'],
  [/\/hubroutetables\/delete$/i, 'Route table deleted'],
  [/\/routingintent\/write$/i, 'Routing intent changed'],
  [/\/routingintent\/delete$/i, 'Routing intent deleted'],
  [/\/bgpconnections\/write$/i, 'BGP peer changed'],
  [/\/virtualhubs\/write$/i, 'Hub changed'],
]

/** Writes to the hub and to what is in it, the oldest first; what is not up has the moment at which it was read. */
export function hubTimeline(facts: HubFacts, { isUp, state }: HubDiagnosis): Moment[] {
  const logs = [facts.activity, facts.hubActivity].flatMap((log) => valueOf(log) ?? [])
  const down: Moment[] = isUp
    ? []
    : [{ at: facts.subject.readAt, is: 'now down', what: state, by: 'as read; nothing tells since when' }]
  return [...changesIn(logs, facts.now, NAMES), ...down].toSorted((a, b) => a.at - b.at)
}

/** The diagnosis as plain text for a ticket. */
export function hubTicket(facts: HubFacts, diagnosis: HubDiagnosis): string {
  const { subject, now } = facts
  return ticketOf(
    [`Why ${subject.name} is not up, ${exactTime(now)}`, subject.id, diagnosis.state],
    diagnosis,
    hubTimeline(facts, diagnosis),
  )
}
