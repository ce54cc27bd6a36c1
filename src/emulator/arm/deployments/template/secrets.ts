import type { Json, JsonObject } from '../../../wire/json.ts'
import { isObject } from '../../../wire/read.ts'

/** What stands for a secure value wherever a deployment shows something, as in Azure's what-if. */
export const MASK = '*******'

/** Every text of a secure value masked; the form of an object stays. */
export function masked(value: Json): Json {
  if (Array.isArray(value)) return value.map(masked)
  if (!isObject(value)) return MASK
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, inner === undefined ? inner : masked(inner)]),
  )
}

/** The texts of a secure value that may turn up elsewhere. A few letters may stand in any text, and are no secret. */
export function secretTexts(value: Json): string[] {
  if (typeof value === 'string') return value.length < 4 ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(secretTexts)
  if (!isObject(value)) return []
  return Object.values(value).flatMap((inner) => (inner === undefined ? [] : secretTexts(inner)))
}

/** `value` with the mask in place of every secret text, also inside other texts. */
export function withoutSecrets<Value extends Json>(value: Value, secrets: readonly string[]): Value {
  if (secrets.length === 0) return value
  // The same kind of value comes back.
  return cut(value, secrets) as Value
}

function cut(value: Json, secrets: readonly string[]): Json {
  if (typeof value === 'string') return secrets.reduce((text, secret) => text.replaceAll(secret, MASK), value)
  if (Array.isArray(value)) return value.map((one) => cut(one, secrets))
  if (!isObject(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]): [string, Json | undefined] => [
      name,
      inner === undefined ? inner : cut(inner, secrets),
    ]),
  )
}

const SECURE = /^secure/i

export function isSecure(declaration: JsonObject): boolean {
  return typeof declaration.type === 'string' && SECURE.test(declaration.type)
}

/** A template as it may be shown: a default of a secure parameter is a secret too. */
export function withoutSecureDefaults(template: JsonObject): JsonObject {
  if (!isObject(template.parameters)) return template
  const parameters = Object.fromEntries(
    Object.entries(template.parameters).map(([name, declaration]) => {
      if (!isObject(declaration) || !isSecure(declaration)) return [name, declaration]
      const { defaultValue: _secret, ...rest } = declaration
      return [name, rest]
    }),
  )
  return { ...template, parameters }
}
