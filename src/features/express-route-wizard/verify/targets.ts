import { progressOf } from '../../../model/deployments/progress.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import type { Answers } from '../../../model/express-route/answers.ts'
import {
  circuitIdOf,
  circuitNameOf,
  connectionIdOf,
  gatewayIdOf,
  isThere,
} from '../../../model/express-route/place.ts'
import type { Surroundings } from '../../../model/express-route/surroundings.ts'
import { keyOf } from '../../../model/paths.ts'

/** A circuit and what joins it to the gateway, by ARM ids. */
export interface JoinedTarget {
  circuitId: string
  connectionId: string
}

/** A circuit of the set-up that nothing joins to the gateway yet, by its key in the answers. */
export interface LooseTarget {
  circuit: string
  name: string
}

export type VerifyTarget = JoinedTarget | LooseTarget

export interface VerifyTargets {
  /** `undefined` where nobody knows it. */
  gatewayId: string | undefined
  circuits: readonly VerifyTarget[]
}

export function isJoined(target: VerifyTarget): target is JoinedTarget {
  return 'connectionId' in target
}

/**
 * What there is to verify: all circuits of the answers once a connection of one is there, else the connections that the runs of an address
 * have made, whose draft may be gone.
 */
export function targetsOf(answers: Answers, around: Surroundings, runs: readonly PlanRun[]): VerifyTargets {
  const { estate } = around
  const meant = answers.circuits.map((circuit, index): VerifyTarget => {
    const connectionId = connectionIdOf(circuit, answers, around)
    return isThere(connectionId, around)
      ? { circuitId: circuitIdOf(circuit, answers), connectionId }
      : { circuit: circuit.key, name: circuitNameOf(circuit) || `Circuit ${index + 1}` }
  })
  if (meant.some(isJoined)) return { gatewayId: gatewayIdOf(answers, around), circuits: meant }
  const made = runs
    .flatMap((run) =>
      progressOf(run).flatMap(({ resource, progress }) => (progress.is === 'succeeded' ? resource.id : [])),
    )
    .flatMap((id) => ofConnection(id, estate))
  const [first] = made
  return { gatewayId: first?.gatewayId, circuits: made }
}

function ofConnection(
  id: string,
  estate: Surroundings['estate'],
): (JoinedTarget & { gatewayId: string | undefined })[] {
  const found = estate.resources.get(keyOf(id))
  switch (found?.kind) {
    case 'connection':
      return found.circuitId === undefined
        ? []
        : [{ connectionId: found.id, circuitId: found.circuitId, gatewayId: found.gateway1Id }]
    case 'expressRouteConnection': {
      const circuitId = found.circuitPeeringId?.replace(/\/peerings\/[^/]+$/i, '')
      return circuitId === undefined
        ? []
        : [{ connectionId: found.id, circuitId, gatewayId: found.gatewayId }]
    }
    default:
      return []
  }
}
