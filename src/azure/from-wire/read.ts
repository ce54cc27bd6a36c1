import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'

/** Small readers of wire members. Whatever is absent, null or of another type reads as nothing; none ever throws. */
type Wire = Json | undefined

/** An object to read members of; an empty one when there is none. */
export function object(value: Wire): JsonObject {
  return isJsonObject(value) ? value : {}
}

/** Text that says something: blank text is none. Numbers are spelt out (`mtu` comes either way). */
export function text(value: Wire): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

/** A number, or text that is one. */
export function num(value: Wire): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** True only for true, however it is spelt. */
export function flag(value: Wire): boolean {
  return value === true || (typeof value === 'string' && value.toLowerCase() === 'true')
}

/** The objects in an array. */
export function list(value: Wire): JsonObject[] {
  return Array.isArray(value) ? value.filter(isJsonObject) : []
}

/** The texts in an array. */
export function texts(value: Wire): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((item) => text(item) ?? [])
}

/** The id in a reference, `{ "id": "…" }`. */
export function ref(value: Wire): string | undefined {
  return text(object(value).id)
}

/** The ids in an array of references. */
export function refs(value: Wire): string[] {
  return list(value).flatMap((item) => ref(item) ?? [])
}

/** A sub-resource's members: those of its `properties`, wherever the service put them. */
export function inner(value: Wire): JsonObject {
  return object(object(value).properties)
}

/** The name of a sub-resource; its place in the list where it has none. */
export function nameOr(value: JsonObject, index: number): string {
  return text(value.name) ?? ref(value)?.split('/').at(-1) ?? String(index + 1)
}
