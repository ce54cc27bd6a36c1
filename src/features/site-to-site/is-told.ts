import { isTold as isFieldTold } from '../../components/wizard/is-told.ts'
import type { Answers, Keys } from '../../model/site-to-site/answers.ts'
import type { StepCheck } from './wizard.ts'

/**
 * Whether a check is told by now. Keys are no answers: one that was typed is told as it stands.
 * @param left whether Next was pressed on its step
 */
export function isTold(check: StepCheck, answers: Answers, left: boolean, keys: Keys = {}): boolean {
  const [, index] = /^keys\.(\d+)$/.exec(check.field) ?? []
  const site = index === undefined ? undefined : answers.sites[Number(index)]
  return (site !== undefined && (keys[site.key] ?? '') !== '') || isFieldTold(check, answers, left)
}
