import type { Json, JsonObject } from '../../wire/json.ts'
import type { EstateResource } from '../estate.ts'
import { contoso } from './contoso.ts'

const provider = '/providers/Microsoft.Network/'

/** `virtualNetworks/subnets`, in the id's own casing. */
export function typeOf({ id }: EstateResource): string {
  const segments = id.slice(id.indexOf(provider) + provider.length).split('/')
  return segments.filter((_, i) => i % 2 === 0).join('/')
}

export const nameOf = ({ id }: { id: string }) => id.slice(id.lastIndexOf('/') + 1)

export const ofType = (type: string) => contoso.resources.filter((one) => typeOf(one) === type)

export function named(name: string): EstateResource {
  const [found, ...others] = contoso.resources.filter((one) => nameOf(one) === name)
  if (found === undefined || others.length > 0) throw new Error(`${others.length + 1} or no ${name}`)
  return found
}

export interface Visit {
  key: string
  value: Json
  owner: JsonObject
}

/** Every member at any depth. */
export function* members(value: Json | undefined): Generator<Visit> {
  if (Array.isArray(value)) {
    for (const item of value) yield* members(item)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      if (inner === undefined) continue
      yield { key, value: inner, owner: value }
      yield* members(inner)
    }
  }
}

/** Every string at any depth, those in lists included. */
export function strings(value: Json | undefined): string[] {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(strings)
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(strings)
  return []
}

/** The strings at a dotted path; lists are walked through. */
export function at(value: Json | undefined, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => at(item, path))
  if (path === '') return strings(value)
  if (typeof value !== 'object' || value === null) return []
  const [head = '', ...rest] = path.split('.')
  return at(value[head], rest.join('.'))
}
