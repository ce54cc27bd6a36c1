import { STEPS, type Answers, type Keys } from './answers.ts'
import type { Looked, WizardCheck } from './checks/check.ts'
import type { Surroundings } from './surroundings.ts'

const FAMILIES: readonly ((looked: Looked) => WizardCheck[])[] = []

/** What has to be known about the answers: in the order of the steps, on each what is wrong before what is advised. */
export function checksOf(answers: Answers, keys: Keys, around: Surroundings): WizardCheck[] {
  const looked = { answers, keys, around }
  const place = ({ step, is }: WizardCheck) => 2 * STEPS.indexOf(step) + (is === 'error' ? 0 : 1)
  return FAMILIES.flatMap((family) => family(looked)).toSorted((one, other) => place(one) - place(other))
}
