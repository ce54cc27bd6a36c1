import type { Check } from '../../plan/check.ts'
import { checkMakers, type At as AnyAt } from '../../wizard/check-makers.ts'
import type { Answers, Gateway, Hub, Keys, Step } from '../answers.ts'
import { settled } from '../settled.ts'
import type { Surroundings } from '../surroundings.ts'

export type WizardCheck = Check<Step, Answers>
export type At = AnyAt<Step>

/** What one family of rules looks at. */
export interface Looked {
  answers: Answers
  keys: Keys
  around: Surroundings
}

export const { error, advice, remedy, fromFinding } = checkMakers<Step, Answers, Surroundings>(settled)

export function setHub(label: string, change: Partial<Hub>, around: Surroundings) {
  return remedy(
    label,
    Object.keys(change).map((member) => `hub.${member}`),
    (now) => ({ ...now, hub: { ...now.hub, ...change } }),
    around,
  )
}

export function setGateway(label: string, change: Partial<Gateway>, around: Surroundings) {
  return remedy(
    label,
    Object.keys(change).map((member) => `gateway.${member}`),
    (now) => ({ ...now, gateway: { ...now.gateway, ...change } }),
    around,
  )
}
