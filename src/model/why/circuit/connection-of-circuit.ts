import { count, sentenceList } from '../../format.ts'
import { valueOf } from '../asked.ts'
import { ruledOut, type Cause, type Evidence, type Finding } from '../finding.ts'
import { CONNECTION_WRITE } from '../writes.ts'
import { ofCircuit } from './circuit-evidence.ts'
import type { CircuitFacts } from './circuit-facts.ts'
import { isReady } from './provider.ts'

const HUB_CONNECTION_WRITE = /\/expressroutegateways\/expressrouteconnections\/write$/i

/** The connection itself: being made, failed, not connected; of a circuit, that there is none (finding ER-007) or one is not up. */
export function connectionOfCircuit(facts: CircuitFacts): Finding | undefined {
  return facts.subject.kind === 'expressRouteCircuit' ? ofCircuitItself(facts) : ofConnection(facts)
}

function ofConnection(facts: CircuitFacts): Finding {
  const { subject, activity } = facts
  const state = subject.provisioningState ?? ''
  const said = (text: string): Evidence => ({ text, source: 'Connection', at: subject.readAt })
  const cause = (
    title: string,
    likelihood: Cause['likelihood'],
    evidence: Evidence[],
    change: string,
  ): Cause => ({
    is: 'cause',
    title,
    likelihood,
    evidence,
    side: 'azure',
    change,
    link: { id: subject.id, tab: 'activity', label: 'See its activity' },
  })
  if (/ing$/i.test(state))
    return cause(
      'The connection is being changed',
      'very likely',
      [said(`Its provisioningState is ${state}`)],
      'Wait until it has ended, then check again.',
    )
  if (state.toLowerCase() === 'failed') {
    const failure = (valueOf(activity) ?? [])
      .filter(
        ({ operation, status }) =>
          status.toLowerCase() === 'failed' &&
          (CONNECTION_WRITE.test(operation) || HUB_CONNECTION_WRITE.test(operation)),
      )
      .toSorted((a, b) => b.startedAt - a.startedAt)[0]
    return cause(
      'The last change of the connection failed and was not applied',
      'very likely',
      [
        said(`Its provisioningState is ${state}`),
        ...(failure?.statusMessage !== undefined && activity.is === 'known'
          ? [
              {
                text: failure.statusMessage.replace(/\.$/, ''),
                source: 'Activity log' as const,
                at: activity.at,
              },
            ]
          : []),
      ],
      'Put right what the error says, then create the connection again.',
    )
  }
  if (subject.kind !== 'connection')
    return ruledOut(`The connection of the hub is ${state}; Azure tells no connectionStatus of it`)
  const status = subject.connectionStatus
  switch (status?.toLowerCase()) {
    case 'connected':
      return ruledOut('connectionStatus is Connected')
    case 'connecting':
      return cause(
        'The connection is still coming up',
        'possible',
        [said('connectionStatus is Connecting')],
        'Wait some minutes, then check again.',
      )
    case 'notconnected':
      return cause(
        'The connection does not come up by itself',
        'possible',
        [said('connectionStatus is NotConnected')],
        'If nothing above explains it, delete the connection and create it again; then ask Microsoft’s support.',
      )
    default:
      return {
        is: 'notChecked',
        missing: `whether the connection is up: Azure reports ${status ?? 'no connectionStatus'}`,
        how: 'Check again in some minutes.',
        waiting: false,
      }
  }
}

function ofCircuitItself(facts: CircuitFacts): Finding | undefined {
  const { ends } = facts
  const circuit = valueOf(facts.circuit)
  if (circuit === undefined || !isReady(facts)) return undefined
  const used = circuit.authorizations.filter(({ useStatus }) => useStatus?.toLowerCase() === 'inuse')
  if (ends.length === 0) {
    if (circuit.peerings.length === 0) return undefined
    return used.length > 0
      ? {
          is: 'notChecked',
          missing: `its connections: ${count(used.length, 'authorization')} ${used.length === 1 ? 'is' : 'are'} InUse by connections that are not among what was read`,
          how: 'Add their subscriptions to the scope.',
          waiting: false,
        }
      : {
          is: 'cause',
          title: 'No connection leads to the circuit',
          likelihood: 'possible',
          evidence: [
            ofCircuit(
              facts,
              'It is provisioned, has a peering, and no connection of it was read: cost without use',
            ),
          ],
          side: 'azure',
          change: 'Connect it to the ExpressRoute gateway of a virtual network or a hub, or delete it.',
        }
  }
  const down = ends.flatMap(({ connection }) =>
    connection.provisioningState?.toLowerCase() === 'failed' ||
    (connection.kind === 'connection' && connection.connectionStatus?.toLowerCase() === 'notconnected')
      ? [connection]
      : [],
  )
  const [first] = down
  if (first === undefined) {
    const untold = ends.filter(
      ({ connection }) => connection.kind === 'connection' && connection.connectionStatus === undefined,
    )
    return untold.length > 0
      ? {
          is: 'notChecked',
          missing: `how ${sentenceList(untold.map(({ connection }) => connection.name))} stands: its connectionStatus was not read`,
          how: 'Open the connection, then check again.',
          waiting: false,
        }
      : ruledOut(
          ends.length === 1
            ? 'Its connection is up'
            : `None of its ${ends.length} connections is NotConnected or Failed`,
        )
  }
  return {
    is: 'cause',
    title:
      down.length === 1
        ? `Its connection ${first.name} is not up`
        : `${down.length} of its ${ends.length} connections are not up`,
    likelihood: 'very likely',
    evidence: down.map((one) => ({
      text: `${one.name} is ${(one.kind === 'connection' ? one.connectionStatus : undefined) ?? one.provisioningState ?? 'not up'}`,
      source: 'Connection' as const,
      at: one.readAt,
    })),
    side: 'azure',
    change: 'See why on the page of the connection.',
    link: { id: first.id, tab: 'why', label: `See why ${first.name} is not up` },
  }
}
