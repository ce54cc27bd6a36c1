import { keyOf } from '../../paths.ts'
import type { Activity } from '../../diagnostics/activity.ts'
import type { ExpressRouteCircuit } from '../../resources/expressroute.ts'
import { valueOf, type Asked } from '../asked.ts'
import type { Evidence, EvidenceSource } from '../finding.ts'
import { lastDone, told } from '../writes.ts'
import type { CircuitFacts, CircuitSubject } from './circuit-facts.ts'
import { peeringLookedAt, type CircuitPeeringPart } from './path-states.ts'

const PEERING_WRITE = /\/peerings\/write$/i
const CIRCUIT_WRITE = /\/expressroutecircuits\/write$/i

/** What was read of the circuit itself. */
export function ofCircuit({ circuit, now }: CircuitFacts, text: string): Evidence {
  return { text, source: 'Circuit', at: valueOf(circuit)?.readAt ?? now }
}

export function ofTables({ paths, now }: CircuitFacts, source: EvidenceSource, text: string): Evidence {
  return { text, source, at: paths.is === 'known' ? paths.at : now }
}

/** The peering whose paths are looked at, where the circuit was read. */
export function peeringOf({ circuit, subject }: CircuitFacts): CircuitPeeringPart | undefined {
  return peeringLookedAt(valueOf(circuit), subject.kind !== 'expressRouteCircuit')
}

export function isDirect({ expressRoutePortId }: ExpressRouteCircuit): boolean {
  return expressRoutePortId !== undefined
}

/** The circuit's own log, whichever the subject is. */
function circuitLog({ subject, activity, circuitActivity }: CircuitFacts): Asked<Activity[]> {
  return subject.kind === 'expressRouteCircuit' ? activity : circuitActivity
}

/** Who last changed the peering, as evidence; by the log of the peering, or of the circuit that holds it. */
export function peeringChanged(facts: CircuitFacts): { activity: Activity; evidence: Evidence } | undefined {
  const logs = [
    [facts.peeringActivity, PEERING_WRITE, 'changed the peering'],
    [circuitLog(facts), CIRCUIT_WRITE, 'changed the circuit'],
  ] as const
  for (const [log, operation, did] of logs) {
    const activity = lastDone(log, operation)
    if (activity) return { activity, evidence: told(activity, did, log, facts.now) }
  }
  return undefined
}

/** Where traffic has no way: of a connection by its status, of a circuit by those of its connections. */
export function isOut({ subject, ends }: CircuitFacts): boolean {
  const out = ({ connection }: { connection: CircuitSubject }) =>
    connection.kind === 'connection' && connection.connectionStatus?.toLowerCase() === 'notconnected'
  return subject.kind === 'expressRouteCircuit'
    ? ends.length > 0 && ends.every(out)
    : out({ connection: subject })
}

export function isSameSubscription(one: string, other: string): boolean {
  return keyOf(one) === keyOf(other)
}
