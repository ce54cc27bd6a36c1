import { keyOf } from '../paths.ts'
import type { PlannedResource } from '../plan/plan.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import { provisioningReasons } from '../status/provisioning.ts'
import { covers, standingOf, type Standing } from '../wizard/there.ts'
import type { Answers, CircuitAnswers } from './answers.ts'
import { circuitThere, connectionIdOf, gatewayIdOf } from './place.ts'
import { hasFailed } from './readiness.ts'
import { setUpOf } from './set-up-tags.ts'
import type { Surroundings } from './surroundings.ts'
import { wantedConnection, wantedGateway } from './wanted.ts'

/**
 * How a planned circuit stands to what is there. One with the tag of this set-up is its own whatever was changed of it since: it may have
 * been enlarged, or be meant for another network by now.
 */
export function circuitStanding(
  planned: PlannedResource,
  { setUp }: Pick<Answers, 'setUp'>,
  { estate }: Surroundings,
): Standing {
  const found = estate.resources.get(keyOf(planned.id))
  if (!found) return 'missing'
  const own = found.kind === 'expressRouteCircuit' && setUp !== '' && setUpOf(found).id === setUp
  const { tags: _, ...body } = planned.body
  if (!own && !covers(found.body, body)) return 'other'
  return byState(found.provisioningState)
}

/** The circuit that this set-up has ordered already: what is answered for it changes nothing of it. One that failed can be ordered anew. */
export function orderedCircuit(
  circuit: CircuitAnswers,
  answers: Answers,
  around: Surroundings,
): ExpressRouteCircuit | undefined {
  const there = circuit.use === 'new' ? circuitThere(circuit, answers, around) : undefined
  const isOwn = there !== undefined && answers.setUp !== '' && setUpOf(there).id === answers.setUp
  return isOwn && !hasFailed(there) ? there : undefined
}

/** Whether a connection is there, or being made; what failed joins nothing, whatever is planned of it. */
export function hasConnection(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  return isUsable(connectionIdOf(circuit, answers, around), around)
}

/** Whether the gateway is there, or being made. */
export function hasGateway(answers: Answers, around: Surroundings): boolean {
  return isUsable(gatewayIdOf(answers, around), around)
}

function isUsable(id: string, { estate }: Surroundings): boolean {
  const found = estate.resources.get(keyOf(id))
  return found !== undefined && byState(found.provisioningState) !== 'failed'
}

/** Whether a connection is there as planned: nothing is sent to it, so nothing is asked for it. One that failed is made again. */
export function isConnectionMade(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  return standingOf(wantedConnection(circuit, [], answers, around), around.estate) === 'done'
}

/**
 * Whether the planned gateway is there as planned, or being made. What it stands in is then there too, and may have been changed since: a
 * virtual network gets the subnets of its workloads.
 */
export function isGatewayMade(answers: Answers, around: Surroundings): boolean {
  // What it stands in comes before it.
  const gateway = wantedGateway(answers, around).at(-1)
  return gateway !== undefined && ['done', 'running'].includes(standingOf(gateway, around.estate))
}

function byState(state: string | undefined): Standing {
  const [reason] = provisioningReasons(state)
  if (reason?.verdict === 'inProgress') return 'running'
  return reason?.verdict === 'attention' ? 'failed' : 'done'
}
