import { MICROSOFT_PEERING, type TypedMicrosoftPeering } from '../edits/microsoft-peering.ts'
import { type Family, peeringOf } from '../edits/peering.ts'
import type { ExpressRouteCircuit } from '../resources/expressroute.ts'
import type { Answers, CircuitAnswers, MicrosoftAnswers, PeeringAnswers } from './answers.ts'
import { isTouched } from '../wizard/touched.ts'
import { circuitIdOf, circuitThere, isCircuitUnread, isOnPort } from './place.ts'
import { isProviderLayer3 } from './set-up-tags.ts'
import type { Surroundings } from './surroundings.ts'

/** The Microsoft peering of a circuit, which a set-up makes beside the private one where it is wanted (ExpressRoute document 3). */

export function microsoftIdOf(circuit: CircuitAnswers, answers: Answers): string {
  return `${circuitIdOf(circuit, answers)}/peerings/${MICROSOFT_PEERING}`
}

/** As it is there, whoever made it. */
export function microsoftThere(
  circuit: CircuitAnswers,
  answers: Answers,
  around: Surroundings,
): ExpressRouteCircuit['peerings'][number] | undefined {
  const there = circuitThere(circuit, answers, around)
  return there && peeringOf(there, MICROSOFT_PEERING)
}

/** Whether one can be asked for: not of somebody else's circuit, nor of one that nobody knows anything of. */
export function canHaveMicrosoft(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  return circuit.use !== 'redeemed' && !isCircuitUnread(circuit, answers, around)
}

/** Whether the provider runs layer 3, and so makes this peering too (ExpressRoute document 10): as somebody said, else as a tag does. */
export function isProvidersToMake(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  if (isOnPort(circuit, answers, around)) return false
  const index = answers.circuits.findIndex(({ key }) => key === circuit.key)
  const isSaid = circuit.peering.by === 'provider'
  if (isSaid || isTouched(answers, `circuits.${index}.peering.by`)) return isSaid
  const there = circuitThere(circuit, answers, around)
  return there !== undefined && isProviderLayer3(there)
}

/** Whether it is still to be made, and here. */
export function isMicrosoftMissing(circuit: CircuitAnswers, answers: Answers, around: Surroundings): boolean {
  return (
    circuit.microsoft.wanted &&
    canHaveMicrosoft(circuit, answers, around) &&
    !isProvidersToMake(circuit, answers, around) &&
    microsoftThere(circuit, answers, around) === undefined
  )
}

/** Whether a Microsoft peering is asked for anywhere: only then is there a step for it. */
export function isMicrosoftAsked(answers: Answers, around: Surroundings): boolean {
  return answers.circuits.some((one) => one.microsoft.wanted && canHaveMicrosoft(one, answers, around))
}

/** Answers with a Microsoft peering for each circuit that can have one, or for none. */
export function withMicrosoft(answers: Answers, wanted: boolean, around: Surroundings): Answers {
  return {
    ...answers,
    circuits: answers.circuits.map((one) => ({
      ...one,
      microsoft: { ...one.microsoft, wanted: wanted && canHaveMicrosoft(one, answers, around) },
    })),
  }
}

export function familiesOf({ addressing }: Pick<PeeringAnswers | MicrosoftAnswers, 'addressing'>): Family[] {
  if (addressing === 'both') return [4, 6]
  return [addressing === 'ipv4' ? 4 : 6]
}

/** As the page of the circuit has it: the rules are the same. */
export function typedMicrosoft({ microsoft }: CircuitAnswers): Omit<TypedMicrosoftPeering, 'enabled'> {
  const { wanted: _, addressing: __, ...typed } = microsoft
  return typed
}
