import type { Json, JsonObject } from './json.ts'

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The object at `value`, or an empty one: bodies come from outside and may hold anything. */
export function objectAt(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {}
}

export function arrayAt(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : []
}

/** The objects of an array; anything else in it is dropped. */
export function objectsAt(value: Json | undefined): JsonObject[] {
  return arrayAt(value).filter(isObject)
}

export function textAt(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

export function numberAt(value: Json | undefined): number | undefined {
  return typeof value === 'number' ? value : undefined
}

/** The id of a reference such as `{ "id": "/subscriptions/…" }`. */
export function idAt(value: Json | undefined): string | undefined {
  return isObject(value) ? textAt(value.id) : undefined
}

/** Without members that are null, at any depth: ARM reads them as left out. Nulls in lists stay. */
export function withoutNulls(value: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([member, inner]) =>
      inner === null ? [] : [[member, inner === undefined ? inner : nullsCut(inner)]],
    ),
  )
}

function nullsCut(value: Json): Json {
  if (Array.isArray(value)) return value.map(nullsCut)
  return isObject(value) ? withoutNulls(value) : value
}

export function without(object: JsonObject, members: readonly string[]): JsonObject {
  if (members.length === 0) return object
  return Object.fromEntries(Object.entries(object).filter(([member]) => !members.includes(member)))
}

/** Every id named anywhere below `value`, lower case: in references, and as the plain text of a next hop. */
export function idsWithin(value: Json | undefined, into: Set<string> = new Set()): Set<string> {
  if (Array.isArray(value)) for (const item of value) idsWithin(item, into)
  else if (isObject(value)) {
    for (const [member, inner] of Object.entries(value)) {
      if ((member === 'id' || member === 'nextHop') && typeof inner === 'string' && inner.startsWith('/'))
        into.add(inner.toLowerCase())
      else idsWithin(inner, into)
    }
  }
  return into
}
