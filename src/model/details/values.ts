import type { Estate } from '../estate.ts'
import { keyOf, nameOfId, parentId } from '../paths.ts'
import type { Verdict } from '../status/verdict.ts'
import type { Field, FieldValue } from './field.ts'

const ABSENT: FieldValue = { is: 'absent', text: 'not configured' }

export function absent(text: string): FieldValue {
  return { is: 'absent', text }
}

export function text(value: string | number | undefined, missing = 'not configured'): FieldValue {
  return value === undefined || value === '' ? absent(missing) : { is: 'text', text: String(value) }
}

/** A number in words; where there is none, a dash. */
export function number(value: number | undefined, show: (value: number) => string): FieldValue {
  return value === undefined ? absent('–') : text(show(value))
}

export function code(value: string | number | undefined, missing = 'not configured'): FieldValue {
  return value === undefined || value === '' ? absent(missing) : { is: 'code', text: String(value) }
}

export function codes(values: readonly string[], missing = 'none'): FieldValue {
  if (values.length === 0) return absent(missing)
  return { is: 'list', items: values.map((value) => ({ is: 'code', text: value })) }
}

export function texts(values: readonly string[], missing = 'none'): FieldValue {
  if (values.length === 0) return absent(missing)
  return { is: 'list', items: values.map((value) => ({ is: 'text', text: value })) }
}

/** A resource by its name as read, or as the reference spells it. A child is named with what it lives in. */
export function resource(id: string | undefined, estate: Estate, missing = 'not configured'): FieldValue {
  if (id === undefined || id === '') return absent(missing)
  const read = estate.resources.get(keyOf(id))
  return { is: 'resource', id: read?.id ?? id, name: read?.name ?? nameOfId(id) }
}

export function resources(
  ids: readonly (string | undefined)[],
  estate: Estate,
  missing = 'none',
): FieldValue {
  const items = ids.filter((id) => id !== undefined).map((id) => resource(id, estate))
  return items.length === 0 ? absent(missing) : { is: 'list', items }
}

/** The virtual network of a subnet reference. */
export function ownerOf(id: string | undefined, estate: Estate): FieldValue {
  return resource(id === undefined ? undefined : parentId(id), estate)
}

export function state(value: string | undefined, verdict: Verdict, meaning?: string): FieldValue {
  if (value === undefined) return absent('not given by Azure')
  return { is: 'state', text: value, verdict, ...(meaning !== undefined && { meaning }) }
}

/** A state that is good in one spelling and merely shown otherwise. */
export function stateIs(value: string | undefined, good: string, otherwise: Verdict): FieldValue {
  return state(value, value?.toLowerCase() === good.toLowerCase() ? 'healthy' : otherwise)
}

export function yesNo(value: boolean, yes = 'yes', no = 'no'): FieldValue {
  return { is: 'text', text: value ? yes : no }
}

export function field(label: string, value: FieldValue = ABSENT): Field {
  return { label, value }
}

/** What the state of a connection, a tunnel or a link means for its icon. */
export function connectionVerdict(status: string | undefined): Verdict {
  switch (status?.toLowerCase()) {
    case 'connected':
      return 'healthy'
    case 'notconnected':
      return 'down'
    case 'connecting':
      return 'inProgress'
    case undefined:
      return 'notChecked'
    default:
      return 'unknown'
  }
}
