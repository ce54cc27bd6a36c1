import { keyOf } from '../paths.ts'
import type { Plan, PlannedGroup, PlannedResource } from '../plan/plan.ts'
import { groupName, isGroupThere, nameOfChosen, type Place } from '../wizard/place.ts'
import { covers, standingOf, type Standing } from '../wizard/there.ts'
import type { Answers, CircuitAnswers, Phase } from './answers.ts'
import {
  circuitIdOf,
  circuitNameOf,
  circuitPlace,
  circuitThere,
  connectionIdOf,
  gatewayNameOf,
  gatewayPlace,
  isCircuitUnread,
  peeringIdOf,
  peeringThere,
} from './place.ts'
import { isMicrosoftMissing, microsoftIdOf } from './microsoft.ts'
import { usedCircuits, usedGateway } from './plan-uses.ts'
import { whyNotReady } from './readiness.ts'
import { circuitStanding, isGatewayMade } from './standing.ts'
import type { Surroundings } from './surroundings.ts'
import { wantedCircuits, wantedConnection, wantedGateway, wantedMicrosoft, wantedPeering } from './wanted.ts'

/** What of a circuit cannot be made yet, and why. */
export interface Later {
  /** Key of the circuit in the answers. */
  circuit: string
  name: string
  /** What waits, in order. */
  resources: readonly { id: string; what: 'private peering' | 'connection' | 'Microsoft peering' }[]
  /** `Megaport has not provisioned erc-amsterdam: its provider state is Provisioning.` */
  why: string
}

export interface PhasePlan {
  plan: Plan
  /** Of the phase `connect`: what is left out of the plan and made afterwards, with the same answers. */
  later: readonly Later[]
}

/**
 * What the answers come to: each resource that is missing. `order` makes the circuits; `connect` the gateway, the peerings and the
 * connections, as far as they are possible now. What is there as planned is left out, so that after a failed run the plan is what is left of
 * it. A virtual network that is there is never written. Answers that checks refuse still make a plan, of what was typed.
 */
export function planOf(answers: Answers, around: Surroundings, phase: Phase): PhasePlan {
  return phase === 'order' ? orderPlan(answers, around) : connectPlan(answers, around, whyLater)
}

/** Everything that the phase `connect` makes in the end, as if nothing had to wait: for what has to be known before. */
export function wholeConnection(answers: Answers, around: Surroundings): Plan {
  return connectPlan(answers, around, () => undefined).plan
}

function orderPlan(answers: Answers, around: Surroundings): PhasePlan {
  const wanted = wantedCircuits(answers, around)
  const left = wanted.flatMap((one) => leftOfCircuit(one, answers, around))
  const [first] = answers.circuits
  const place = first ? circuitPlace(first, answers) : gatewayPlace(answers, around)
  return {
    plan: {
      groups: left.length === 0 ? [] : newGroup(answers.goal.group, place, around),
      at: { subscriptionId: place.subscriptionId, resourceGroup: place.resourceGroup },
      location: place.location,
      name: planName(answers.circuits.map(circuitNameOf).find((name) => name !== '') ?? ''),
      resources: left,
      uses: usedCircuits(answers, around, left),
    },
    later: [],
  }
}

/**
 * One that failed is written again only as it was ordered and where it holds nothing: a PUT takes peerings and authorizations away, and the
 * answers know nothing of what was changed since.
 */
function leftOfCircuit(planned: PlannedResource, answers: Answers, around: Surroundings): PlannedResource[] {
  const standing = circuitStanding(planned, answers, around)
  if (standing !== 'failed') return isLeft(standing) ? [planned] : []
  const found = around.estate.resources.get(keyOf(planned.id))
  const { tags: _, ...ordered } = planned.body
  const isEmpty =
    found?.kind === 'expressRouteCircuit' && found.peerings.length === 0 && found.authorizations.length === 0
  return isEmpty && covers(found.body, ordered) ? [{ ...planned, again: true }] : []
}

function isLeft(standing: Standing): boolean {
  return standing !== 'done' && standing !== 'running'
}

function connectPlan(answers: Answers, around: Surroundings, whyWaits: typeof whyLater): PhasePlan {
  const place = gatewayPlace(answers, around)
  const wanted = isGatewayMade(answers, around) ? [] : wantedGateway(answers, around)
  const gateway = wanted.filter((one) => {
    const standing = standingOf(one, around.estate)
    // A PUT takes from a virtual network what others made in it since, whatever became of its last change.
    if (standing === 'failed') return keyOf(one.type) !== 'microsoft.network/virtualnetworks'
    return isLeft(standing)
  })
  const resources = [...gateway]
  let before: PlannedResource | undefined
  const later: Later[] = []
  for (const circuit of answers.circuits) {
    const why = whyWaits(circuit, answers, around)
    const peering = leftPeering(circuit, answers, around)
    if (why !== undefined) {
      later.push({
        circuit: circuit.key,
        name: circuitNameOf(circuit),
        resources: [
          ...(peering ? [{ id: peeringIdOf(circuit, answers), what: 'private peering' as const }] : []),
          { id: connectionIdOf(circuit, answers, around), what: 'connection' as const },
          ...(isMicrosoftMissing(circuit, answers, around)
            ? [{ id: microsoftIdOf(circuit, answers), what: 'Microsoft peering' as const }]
            : []),
        ],
        why,
      })
      continue
    }
    if (peering) resources.push(peering)
    const last = gateway.at(-1)
    const connection = wantedConnection(
      circuit,
      [...(last ? [last] : []), ...(peering ? [peering] : []), ...(before ? [before] : [])],
      answers,
      around,
    )
    const joins = isLeft(standingOf(connection, around.estate))
    if (joins) resources.push(connection)
    // A hub takes one change at a time (Virtual WAN document, errors).
    if (joins && answers.goal.to === 'hub') before = connection
    // Last of a circuit: what only it needs, and waits days for a proof, must not keep the private path from coming up.
    if (isMicrosoftMissing(circuit, answers, around))
      resources.push(wantedMicrosoft(circuit, [...(peering ? [peering] : []), connection], answers))
  }
  const keys = new Set(resources.map(({ id }) => keyOf(id)))
  return {
    plan: {
      groups: gateway.length === 0 ? [] : newGroup(answers.gateway.group, place, around),
      at: { subscriptionId: place.subscriptionId, resourceGroup: place.resourceGroup },
      location: place.location,
      name: planName(gatewayNameOf(answers) || nameOfChosen(answers.gateway.network)),
      resources: resources.map((one) => ({
        ...one,
        dependsOn: one.dependsOn.filter((id) => keys.has(keyOf(id))),
      })),
      uses: [...usedGateway(answers, around, resources), ...usedCircuits(answers, around, resources)],
    },
    later,
  }
}

/**
 * The private peering where it is still to be made. One that is there is never written here, whoever made it and whatever became of its last
 * change: a PUT of the answers would take from it what they do not know (ExpressRoute document 10).
 */
function leftPeering(
  circuit: CircuitAnswers,
  answers: Answers,
  around: Surroundings,
): PlannedResource | undefined {
  if (isCircuitUnread(circuit, answers, around)) return undefined
  return peeringThere(circuit, answers, around) ? undefined : wantedPeering(circuit, answers)
}

/** Why neither peering nor connection of a circuit is possible now. */
function whyLater(circuit: CircuitAnswers, answers: Answers, around: Surroundings): string | undefined {
  const there = circuitThere(circuit, answers, around)
  // What cannot be read, somebody else's above all, is for its owner to wait for.
  if (!there) return circuit.use === 'new' ? `${circuitNameOf(circuit)} has not been ordered yet.` : undefined
  const why = whyNotReady(there, around)
  if (why !== undefined) return why
  if (peeringThere(circuit, answers, around)) return undefined
  if (circuit.use === 'redeemed') return `${there.name} has no private peering yet, which its owner makes.`
  if (circuit.peering.by === 'provider')
    return `${there.serviceProviderName ?? 'The provider'} has not made the private peering of ${there.name} yet.`
  return undefined
}

function newGroup(
  group: Answers['goal']['group'],
  { subscriptionId, location }: Place,
  around: Surroundings,
): PlannedGroup[] {
  if (group.is === 'existing') return []
  const name = groupName(group)
  return isGroupThere(subscriptionId, name, around) ? [] : [{ subscriptionId, name, location }]
}

/** Of the deployment: `er-ergw-weu`, with what ARM takes in a deployment's name. */
function planName(of: string): string {
  return `er-${of.replaceAll(/[^\w.()-]+/g, '-')}`.slice(0, 40)
}

/** ARM ids of the circuits, for who watches them. */
export function circuitIds(answers: Answers): string[] {
  return answers.circuits.map((circuit) => circuitIdOf(circuit, answers)).filter((id) => id !== '')
}
