import { isJsonObject } from '../../lib/json.ts'
import { isTouched } from '../../model/wizard/touched.ts'
import type { ShownCheck } from './shown-wizard.ts'

/**
 * Whether a check is told by now. A field that is empty and that nobody came to yet is not held against anybody until Next is pressed;
 * everything else is told while it is typed.
 * @param left whether Next was pressed on its step
 */
export function isTold(
  { field }: Pick<ShownCheck, 'field'>,
  answers: { touched: string[] },
  left: boolean,
): boolean {
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
