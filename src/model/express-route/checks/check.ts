import type { Check } from '../../plan/check.ts'
import { touching } from '../../wizard/touched.ts'
import type {
  Answers,
  CircuitAnswers,
  ConnectionAnswers,
  Gateway,
  Keys,
  PeeringAnswers,
  Step,
} from '../answers.ts'
import { settled } from '../settled.ts'
import type { Surroundings } from '../surroundings.ts'

export type WizardCheck = Check<Step, Answers>

/** What one family of rules looks at. */
export interface Looked {
  answers: Answers
  keys: Keys
  around: Surroundings
}

/** The step and the field's place in the answers: `circuits.0.peering.vlan` is asked on `peering`. */
export type At = readonly [step: Step, field: string]

export type Remedy = NonNullable<WizardCheck['remedy']>

export function error(rule: string, [step, field]: At, text: string, remedy?: Remedy): WizardCheck {
  return { rule, step, field, is: 'error', text, ...(remedy && { remedy }) }
}

export function advice(rule: string, [step, field]: At, text: string, remedy?: Remedy): WizardCheck {
  return { rule, step, field, is: 'advice', text, ...(remedy && { remedy }) }
}

/**
 * What a click puts right. What it sets counts as touched, and what follows from it follows.
 * @param fields places of what it sets
 */
export function remedy(
  label: string,
  fields: readonly string[],
  change: (answers: Answers) => Answers,
  around: Surroundings,
): Remedy {
  return { label, change: (answers) => settled(touching(change(answers), ...fields), around) }
}

/** Sets members of one circuit. */
export function setCircuit(
  label: string,
  index: number,
  change: Partial<CircuitAnswers>,
  around: Surroundings,
): Remedy {
  return remedy(
    label,
    Object.keys(change).map((member) => `circuits.${index}.${member}`),
    (now) => withCircuit(now, index, change),
    around,
  )
}

export function setPeering(
  label: string,
  index: number,
  change: Partial<PeeringAnswers>,
  around: Surroundings,
): Remedy {
  return remedy(
    label,
    Object.keys(change).map((member) => `circuits.${index}.peering.${member}`),
    (now) => {
      const before = now.circuits[index]
      return before ? withCircuit(now, index, { peering: { ...before.peering, ...change } }) : now
    },
    around,
  )
}

export function setConnection(
  label: string,
  index: number,
  change: Partial<ConnectionAnswers>,
  around: Surroundings,
): Remedy {
  return remedy(
    label,
    Object.keys(change).map((member) => `circuits.${index}.connection.${member}`),
    (now) => {
      const before = now.circuits[index]
      return before ? withCircuit(now, index, { connection: { ...before.connection, ...change } }) : now
    },
    around,
  )
}

export function setGateway(label: string, change: Partial<Gateway>, around: Surroundings): Remedy {
  return remedy(
    label,
    Object.keys(change).map((member) => `gateway.${member}`),
    (now) => ({ ...now, gateway: { ...now.gateway, ...change } }),
    around,
  )
}

function withCircuit(answers: Answers, index: number, change: Partial<CircuitAnswers>): Answers {
  return {
    ...answers,
    circuits: answers.circuits.map((circuit, at) => (at === index ? { ...circuit, ...change } : circuit)),
  }
}
