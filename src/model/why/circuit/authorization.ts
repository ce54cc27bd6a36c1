import { sentenceList } from '../../format.ts'
import { keyOf } from '../../paths.ts'
import type { ExpressRouteCircuit } from '../../resources/expressroute.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Evidence, type Finding } from '../finding.ts'
import { lackingCircuit } from './asks.ts'
import { isOut, isSameSubscription, ofCircuit } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'

/**
 * A connection of another subscription lives by an authorization of the circuit (ExpressRoute document 5). That a deleted one drops its
 * connection is unverified, so a list without it is evidence and no proof.
 */
export function authorization(facts: CircuitFacts): Finding | undefined {
  const { subject } = facts
  if (subject.kind === 'expressRouteCircuit') return undefined
  const unread = lackingCircuit(facts.circuit, 'circuit')
  const circuit = valueOf(facts.circuit)
  if (unread || circuit === undefined) return unread
  if (isSameSubscription(subject.subscriptionId, circuit.subscriptionId))
    return ruledOut('Circuit and connection are in one subscription, which needs no authorization')
  const own = circuit.authorizations.find(
    ({ connectionId }) => connectionId !== undefined && keyOf(connectionId) === subject.key,
  )
  if (own?.useStatus?.toLowerCase() === 'inuse')
    return ruledOut(`The circuit lists ${own.name} as InUse by this connection`)
  if (subject.kind === 'connection' && subject.connectionStatus?.toLowerCase() === 'connected')
    return ruledOut('The connection is Connected, so its authorization holds')
  const listed: Evidence = ofCircuit(
    facts,
    own === undefined
      ? listWords(circuit)
      : `${own.name} names this connection, and its authorizationUseStatus is ${own.useStatus ?? 'not given'}`,
  )
  return {
    is: 'cause',
    title: 'The authorization of the connection may have been revoked',
    likelihood: isOut(facts) ? 'very likely' : 'possible',
    evidence: [
      { ...listed },
      ...(subject.kind === 'connection' && subject.connectionStatus !== undefined
        ? [
            {
              text: `connectionStatus is ${subject.connectionStatus}`,
              source: 'Connection' as const,
              at: subject.readAt,
            },
          ]
        : []),
    ],
    side: 'azure',
    change:
      'Let the owner of the circuit add an authorization, then delete this connection and create it anew with that key. Each authorization is good for one connection.',
    link: { id: circuit.id, topic: 'authorization', label: 'Open the authorizations of the circuit' },
  }
}

function listWords({ name, authorizations }: ExpressRouteCircuit): string {
  if (authorizations.length === 0) return `${name} lists no authorization at all`
  const words = authorizations.map((one) => `${one.name} (${one.useStatus ?? 'no status'})`)
  return `None of the authorizations of ${name} names this connection: ${sentenceList(words)}`
}
