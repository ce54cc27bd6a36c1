import { idTypeFindings } from '../../wizard/id-type.ts'
import type { Step } from '../answers.ts'
import { error, type WizardCheck } from './check.ts'

/** Azure refuses a reference to another type. */
export function wrongType(
  id: string,
  wanted: Parameters<typeof idTypeFindings>[1],
  at: readonly [Step, string],
  instead?: WizardCheck['remedy'],
): WizardCheck[] {
  return idTypeFindings(id, wanted).map(({ rule, text }) => error(rule, at, text, instead))
}
