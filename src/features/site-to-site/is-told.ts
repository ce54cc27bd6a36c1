import { isJsonObject } from '../../lib/json.ts'
import type { Answers, Keys } from '../../model/site-to-site/answers.ts'
import { isTouched } from '../../model/wizard/touched.ts'
import type { StepCheck } from './wizard.ts'

/**
 * Whether a check is told by now. A field that is empty and that nobody came to yet is not held against anybody until Next is pressed;
 * everything else is told while it is typed.
 * @param left whether Next was pressed on its step
 * @param keys they are no answers: one that was typed is told as it stands
 */
export function isTold({ field }: StepCheck, answers: Answers, left: boolean, keys: Keys = {}): boolean {
  const [, index] = /^keys\.(\d+)$/.exec(field) ?? []
  const site = index === undefined ? undefined : answers.sites[Number(index)]
  if (site && (keys[site.key] ?? '') !== '') return true
  return left || isTouched(answers, field) || !isEmpty(valueAt(answers, field.split('.')))
}

function valueAt(value: unknown, [member, ...rest]: string[]): unknown {
  if (member === undefined) return value
  if (Array.isArray(value)) return valueAt(value[Number(member)], rest)
  // Answers are plain data.
  return isJsonObject(value) ? valueAt(value[member], rest) : undefined
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === '' || value === false) return true
  if (Array.isArray(value)) return value.every(isEmpty)
  return isJsonObject(value) && value.is === 'new' && value.name === ''
}
