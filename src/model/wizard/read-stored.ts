import { isJsonObject, type Json } from '../../lib/json.ts'
import type { Chosen } from './chosen.ts'

/** Members of a stored draft. Storage is anybody's: one of another shape is taken as not typed. */

export function readChosen(stored: Json | undefined): Chosen {
  if (!isJsonObject(stored)) return { is: 'new', name: '' }
  return stored.is === 'existing'
    ? { is: 'existing', id: textIn(stored.id) }
    : { is: 'new', name: textIn(stored.name) }
}

/** The first where it is none of them. */
export function oneOf<T extends string>(options: readonly [T, ...T[]], value: Json | undefined): T {
  return options.find((option) => option === value) ?? options[0]
}

export function textIn(value: Json | undefined): string {
  return typeof value === 'string' ? value : ''
}

export function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
}

export function flagIn(value: Json | undefined): boolean {
  return value === true
}
