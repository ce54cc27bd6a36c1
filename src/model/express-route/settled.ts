import { commonRegion, proposedGroup } from '../wizard/starting-place.ts'
import { placeKeyOf } from '../wizard/naming.ts'
import { isTouched, touching } from '../wizard/touched.ts'
import type { Answers, CircuitAnswers, Goal } from './answers.ts'
import { circuitDefaults } from './circuit-defaults.ts'
import { connectionDefaults } from './connection-defaults.ts'
import { emptyCircuit } from './empty-circuit.ts'
import { gatewayDefaults } from './gateway-defaults.ts'
import { microsoftDefaults } from './microsoft-defaults.ts'
import { peeringDefaults } from './peering-defaults.ts'
import { circuitPlace, gatewayPlace } from './place.ts'
import type { Surroundings } from './surroundings.ts'
import { withoutTarget } from './target.ts'
import { wantedCircuits, wantedGateway } from './wanted.ts'

/** How many circuits a resiliency is made of (ExpressRoute document 2.1). */
export function circuitsFor(resiliency: Goal['resiliency']): 1 | 2 {
  return resiliency === 'maximum' ? 2 : 1
}

/** Answers with another goal: what nobody touched follows it. */
export function withGoal(answers: Answers, goal: Goal, around: Surroundings): Answers {
  const { goal: before } = answers
  const chosen = (['resiliency', 'port', 'to', 'subscriptionId', 'group'] as const).filter(
    (member) => goal[member] !== before[member],
  )
  // A gateway is of a network or of a hub: the one that was chosen is none of the other.
  const led = goal.to !== before.to && answers.gateway.use === 'existing' ? withoutTarget(answers) : answers
  const touched = touching(led, ...chosen.map((member) => `goal.${member}`))
  return settled({ ...touched, goal }, around)
}

/**
 * Answers in which every field nobody touched has what follows from the others. Done after each change of an answer; what was proposed
 * once stays where it still fits, so that what a broken-off run made is found again.
 */
export function settled(answers: Answers, around: Surroundings): Answers {
  const counted = { ...answers, circuits: counting(answers) }
  const grouped = { ...counted, goal: goalDefaults(counted, around) }
  const circuits = { ...grouped, circuits: circuitDefaults(grouped, around) }
  const gated = { ...circuits, gateway: gatewayDefaults(circuits, around) }
  const peered = { ...gated, circuits: peeringDefaults(gated, around) }
  const twicePeered = { ...peered, circuits: microsoftDefaults(peered, around) }
  const connected = { ...twicePeered, circuits: connectionDefaults(twicePeered, around) }
  return { ...connected, namedIn: namedIn(connected, around) }
}

/** As many as the resiliency has; one too many stays where somebody has touched it, and a check tells. */
function counting({ goal, circuits, touched }: Answers): CircuitAnswers[] {
  const wanted = circuitsFor(goal.resiliency)
  const all = [...circuits]
  while (all.length < wanted) all.push(emptyCircuit(all))
  return all.filter((_, index) => index < wanted || isTouched({ touched }, `circuits.${index}`))
}

function goalDefaults(answers: Answers, around: Surroundings): Goal {
  const { goal } = answers
  if (isTouched(answers, 'goal.group')) return goal
  const region =
    answers.circuits[0]?.region || answers.gateway.region || commonRegion(goal.subscriptionId, around)
  const planned = () => [...wantedCircuits(answers, around), ...wantedGateway(answers, around)]
  return { ...goal, group: proposedGroup(goal, region, around, planned) }
}

function namedIn(answers: Answers, around: Surroundings): NonNullable<Answers['namedIn']> {
  const [first] = answers.circuits
  return {
    circuits: first ? placeKeyOf(circuitPlace(first, answers)) : '',
    gateway: placeKeyOf(gatewayPlace(answers, around)),
  }
}
