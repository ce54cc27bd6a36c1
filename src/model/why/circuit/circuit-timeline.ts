import { exactTime } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ticketOf } from '../ticket.ts'
import { changesIn, type Moment } from '../timeline.ts'
import { CONNECTION_WRITE, GATEWAY_WRITE } from '../writes.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import type { CircuitDiagnosis } from './diagnose-circuit.ts'

const NAMES: readonly [operation: RegExp, name: string][] = [
  [/\/peerings\/write$/i, 'Peering changed'],
  [/\/peerings\/delete$/i, 'Peering deleted'],
  [/\/authorizations\/write$/i, 'Authorization added'],
  [/\/authorizations\/delete$/i, 'Authorization deleted'],
  [/\/expressroutecircuits\/write$/i, 'Circuit changed'],
  [/\/expressrouteconnections\/write$/i, 'Connection changed'],
  [CONNECTION_WRITE, 'Connection changed'],
  [/\/startsitefailovertest\/action$/i, 'Failover test started'],
  [/\/stopsitefailovertest\/action$/i, 'Failover test stopped'],
  [GATEWAY_WRITE, 'Gateway changed'],
]

/**
 * Writes to what lies on the way, the oldest first. Azure does not tell when a path ended; the last write of all is marked, and what is
 * down has the moment at which it was read.
 */
export function circuitTimeline(facts: CircuitFacts, { paths }: CircuitDiagnosis): Moment[] {
  const logs = [
    facts.activity,
    facts.circuitActivity,
    facts.peeringActivity,
    ...facts.ends.map(({ gatewayActivity }) => gatewayActivity),
  ]
  const readAt = facts.paths.is === 'known' ? facts.paths.at : facts.now
  const down = paths.filter(({ bgp }) => bgp === 'down' || bgp === 'limit')
  return [
    ...changesIn(
      logs.flatMap((log) => valueOf(log) ?? []),
      facts.now,
      NAMES,
    ),
    ...down.map(({ path, upDown }) => ({
      at: readAt,
      is: 'now down' as const,
      what: `The ${path} path is not established`,
      by:
        upDown === undefined || upDown === 'never'
          ? 'as read; nothing tells since when'
          : `as read; the router says ${upDown}`,
    })),
  ].toSorted((a, b) => a.at - b.at)
}

/** The diagnosis as plain text for a ticket, without a secret. */
export function circuitTicket(facts: CircuitFacts, diagnosis: CircuitDiagnosis): string {
  const { subject, now } = facts
  return ticketOf(
    [
      `Why ${subject.name} is not up, ${exactTime(now)}`,
      subject.id,
      ...(subject.kind === 'connection'
        ? [`connectionStatus: ${subject.connectionStatus ?? 'not given'}`]
        : []),
      ...diagnosis.paths.map(
        ({ path, link, state }) => `${path} path  router: ${LINKS[link]}  BGP: ${state ?? 'not told'}`,
      ),
    ],
    diagnosis,
    circuitTimeline(facts, diagnosis),
  )
}

const LINKS = { answers: 'answers', silent: 'no answer', untold: 'not told', unread: 'not read' } as const
