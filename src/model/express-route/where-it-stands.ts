import { type Answers, type Step, STEPS } from './answers.ts'
import { isMicrosoftMissing } from './microsoft.ts'
import { circuitsFor } from './settled.ts'
import { circuitIdOf, circuitThere, peeringThere } from './place.ts'
import { areReady, hasFailed, whyNotReady } from './readiness.ts'
import { hasConnection, hasGateway } from './standing.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * The step that somebody has to act on, from what ARM says alone: a circuit that is missing or was not made, a provider that is not done, a
 * peering, the gateway, a connection; with all of them there it is `verify`. What failed is not there.
 */
export function whereItStands(answers: Answers, around: Surroundings): Step {
  const { circuits, goal } = answers
  const own = circuits.map((circuit) => ({ circuit, there: circuitThere(circuit, answers, around) }))
  const isMissing = own.some(
    ({ circuit, there }) => !there && (circuit.use === 'new' || circuitIdOf(circuit, answers) === ''),
  )
  if (circuits.length < circuitsFor(goal.resiliency) || isMissing) return 'circuits'
  const failed = own.filter(({ there }) => there && hasFailed(there))
  // One that is not this set-up's own is not ordered again here: another is chosen for it.
  if (failed.length > 0) return failed.every(({ circuit }) => circuit.use === 'new') ? 'order' : 'circuits'
  if (own.some(({ there }) => there && whyNotReady(there, around) !== undefined)) return 'provider'
  const isPeeringMissing = own.some(
    // Somebody else's peering is not asked for here.
    ({ circuit, there }) => there && circuit.use !== 'redeemed' && !peeringThere(circuit, answers, around),
  )
  if (isPeeringMissing) return 'peering'
  if (circuits.some((circuit) => isMicrosoftMissing(circuit, answers, around))) return 'microsoft'
  if (circuits.every((circuit) => hasConnection(circuit, answers, around))) return 'verify'
  return hasGateway(answers, around) ? 'connection' : 'gateway'
}

/** Steps that have nothing to ask, since the circuits are all there: they are passed over and shown as done. */
export function stepsPassedOver(answers: Answers, around: Surroundings): ReadonlySet<Step> {
  const own = answers.circuits.map((circuit) => ({
    circuit,
    there: circuitThere(circuit, answers, around),
  }))
  const nothingToOrder = own.every(
    ({ circuit, there }) => circuit.use !== 'new' || (there && !hasFailed(there)),
  )
  if (own.length === 0 || !nothingToOrder) return new Set()
  return new Set<Step>(areReady(answers, around) ? ['order', 'ordered', 'provider'] : ['order', 'ordered'])
}

/** The steps before one that what is there has answered already, whoever did it and where: shown as done without Next. */
export function stepsOver(step: Step, answers: Answers, around: Surroundings): readonly Step[] {
  const stands = whereItStands(answers, around)
  // Where circuits are missing, all that comes before them is what is chosen here.
  if (stands === 'circuits') return []
  return STEPS.slice(0, Math.min(STEPS.indexOf(step), STEPS.indexOf(stands)))
}
