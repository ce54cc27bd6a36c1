import type { Check } from '../../plan/check.ts'
import type { Finding } from '../../wizard/finding.ts'
import type { Answers, Keys, Step } from '../answers.ts'
import { settled } from '../defaults.ts'
import type { Surroundings } from '../surroundings.ts'
import { touching } from '../../wizard/touched.ts'

export type WizardCheck = Check<Step, Answers>

/** What one family of rules looks at. */
export interface Looked {
  answers: Answers
  keys: Keys
  around: Surroundings
}

type Remedy = NonNullable<WizardCheck['remedy']>

export function error(
  rule: string,
  [step, field]: readonly [Step, string],
  text: string,
  remedy?: Remedy,
): WizardCheck {
  return { rule, step, field, is: 'error', text, ...(remedy && { remedy }) }
}

export function advice(
  rule: string,
  [step, field]: readonly [Step, string],
  text: string,
  remedy?: Remedy,
): WizardCheck {
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

/** What a shared rule found, at its place here. @param change sets what a click puts in its place */
export function fromFinding(
  { rule, is, text, instead }: Finding,
  [step, field]: readonly [Step, string],
  around: Surroundings,
  change?: (answers: Answers, value: string) => Answers,
): WizardCheck {
  return {
    rule,
    step,
    field,
    is,
    text,
    ...(instead &&
      change && {
        remedy: remedy(instead.label, [field], (answers) => change(answers, instead.value), around),
      }),
  }
}
