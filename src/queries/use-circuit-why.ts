import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Estate } from '../model/estate.ts'
import { valueOf, type Asked } from '../model/why/asked.ts'
import { circuitEstateFacts, circuitIdOf, gatewayIdOf } from '../model/why/circuit/circuit-estate-facts.ts'
import type { CircuitFacts, CircuitSubject } from '../model/why/circuit/circuit-facts.ts'
import { peeringLookedAt } from '../model/why/circuit/path-states.ts'
import { LOG_DAYS } from '../model/why/facts.ts'
import { activityQuery } from './activity-query.ts'
import { askedOf, narrowed } from './asked-of.ts'
import { pathRoutesQuery, pathsQuery, testsQuery } from './circuit-why-query.ts'
import { keys } from './keys.ts'
import { resourceQuery } from './resource-query.ts'
import { useAzure } from './use-azure.ts'
import { useEstate } from './use-estate.ts'
import { peersQuery } from './why-query.ts'

export interface CircuitWhyReading {
  facts: CircuitFacts
  /** What is asked for and not there yet, in words. */
  waitingFor: string[]
  /** When the asking began, in milliseconds since the epoch. */
  startedAt: number
  again(): void
}

/** How many connections of a circuit their gateways are asked for; each is three questions. */
const MOST_ENDS = 4

/** All that a diagnosis of a circuit, or of a connection to one, rests on: the estate at once, then each answer as it arrives. */
export function useCircuitWhy(subject: CircuitSubject, estate: Estate): CircuitWhyReading {
  const azure = useAzure()
  const client = useQueryClient()
  const [startedAt, setStartedAt] = useState(() => Date.now())
  const { phase } = useEstate()
  const base = circuitEstateFacts(subject, estate, startedAt, phase === 'starting' || phase === 'lists')
  const isCircuit = subject.kind === 'expressRouteCircuit'
  const circuitId = circuitIdOf(subject)

  // Its authorizations and states may have changed since the estate was read; of a circuit the page itself reads it.
  const [own] = useQueries({
    queries: [{ ...resourceQuery(azure, circuitId ?? ''), enabled: !isCircuit && circuitId !== undefined }],
  })
  const read = narrowed(askedOf(own, !isCircuit && circuitId !== undefined), (found) =>
    found.kind === 'expressRouteCircuit' ? found : undefined,
  )
  const circuit = isCircuit || (read.is !== 'failed' && base.circuit.is === 'known') ? base.circuit : read
  const peeringId = peeringLookedAt(valueOf(circuit), !isCircuit)?.id
  const of = { enabled: peeringId !== undefined }
  const [paths] = useQueries({ queries: [{ ...pathsQuery(azure, peeringId ?? ''), ...of }] })
  const [routes] = useQueries({ queries: [{ ...pathRoutesQuery(azure, peeringId ?? ''), ...of }] })
  const logs = useQueries({
    queries: [subject.id, isCircuit ? undefined : circuitId, peeringId].map((id) => ({
      ...activityQuery(azure, id ?? '', LOG_DAYS),
      enabled: id !== undefined,
    })),
  })
  const [ownLog, circuitLog, peeringLog] = logs
  const asked = base.ends.slice(0, MOST_ENDS).map(({ connection }) => ({
    id: gatewayIdOf(connection),
    isOfNetwork: connection.kind === 'connection',
  }))
  const gateways = [...new Map(asked.map((one) => [one.id, one])).values()].flatMap(({ id, isOfNetwork }) =>
    id === undefined ? [] : [{ id, isOfNetwork }],
  )
  const gatewayLogs = useQueries({ queries: gateways.map(({ id }) => activityQuery(azure, id, LOG_DAYS)) })
  const peers = useQueries({
    queries: gateways.map(({ id, isOfNetwork }) => ({ ...peersQuery(azure, id), enabled: isOfNetwork })),
  })
  const tests = useQueries({
    queries: gateways.map(({ id, isOfNetwork }) => ({ ...testsQuery(azure, id), enabled: isOfNetwork })),
  })

  const facts: CircuitFacts = {
    ...base,
    circuit,
    paths: waiting(circuit, askedOf(paths, peeringId !== undefined)),
    routes: waiting(circuit, askedOf(routes, peeringId !== undefined)),
    activity: askedOf(ownLog, true),
    circuitActivity: askedOf(circuitLog, !isCircuit && circuitId !== undefined),
    peeringActivity: askedOf(peeringLog, peeringId !== undefined),
    ends: base.ends.map((end) => {
      const at = gateways.findIndex(({ id }) => id === gatewayIdOf(end.connection))
      const isOfNetwork = gateways[at]?.isOfNetwork ?? false
      return {
        ...end,
        gatewayActivity: askedOf(gatewayLogs[at], at >= 0),
        peers: askedOf(peers[at], isOfNetwork),
        tests: askedOf(tests[at], isOfNetwork),
      }
    }),
  }
  const times = [facts.paths, facts.routes, facts.activity, facts.peeringActivity].flatMap((one) =>
    one.is === 'known' ? [one.at] : [],
  )
  return {
    facts: { ...facts, now: Math.max(startedAt, subject.readAt, ...times) },
    waitingFor: waitingFor(facts, own?.isFetching === true),
    startedAt,
    again() {
      setStartedAt(Date.now())
      for (const { id } of [subject, ...base.ends.map(({ connection }) => connection)])
        void client.invalidateQueries({ queryKey: keys.resource(id) })
      const askable = [own, paths, routes, ...logs, ...gatewayLogs, ...peers, ...tests]
      for (const query of askable) if (query?.isEnabled) void query.refetch()
    },
  }
}

/** What is asked of a peering waits for the circuit that names it. */
function waiting<T>(circuit: Asked<unknown>, own: Asked<T>): Asked<T> {
  return circuit.is === 'asking' ? circuit : own
}

function waitingFor({ circuit, port, ends, ...facts }: CircuitFacts, reading: boolean): string[] {
  const is = (words: string, ...asked: Asked<unknown>[]) =>
    asked.some((one) => one.is === 'asking') ? [words] : []
  return [
    ...(reading ? ['the circuit'] : []),
    ...is('what is around it', circuit, port, ...ends.map(({ gateway }) => gateway)),
    ...is('ARP tables and sessions of both paths', facts.paths),
    ...is('route tables', facts.routes),
    ...is('sessions of the gateway', ...ends.map(({ peers }) => peers)),
    ...is('failover tests', ...ends.map(({ tests }) => tests)),
    ...is('activity log', facts.activity, facts.circuitActivity, facts.peeringActivity),
    ...is('activity log of the gateway', ...ends.map(({ gatewayActivity }) => gatewayActivity)),
  ]
}
