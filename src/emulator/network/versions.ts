import type { Json, JsonObject } from '../wire/json.ts'
import { isObject } from '../wire/read.ts'

/**
 * The properties as an api-version knows them: what came later is left out. `since` maps a path (`a.b`, lists are entered)
 * to the first version that has it; the recordings show older versions without it.
 */
export function asOf(
  properties: JsonObject,
  since: Readonly<Record<string, string>> | undefined,
  apiVersion: string,
): JsonObject {
  return Object.entries(since ?? {})
    .filter(([, version]) => apiVersion < version)
    .reduce((known, [path]) => dropped(known, path.split('.')), properties)
}

function dropped(object: JsonObject, [member = '', ...rest]: string[]): JsonObject {
  const value = object[member]
  if (value === undefined) return object
  if (rest.length > 0) return { ...object, [member]: within(value, (inner) => dropped(inner, rest)) }
  const { [member]: _later, ...known } = object
  return known
}

function within(value: Json, change: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((item) => within(item, change))
  return isObject(value) ? change(value) : value
}
