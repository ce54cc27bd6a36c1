import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'

/**
 * What must not leave in a file that is handed on: by name, whatever looks like a secret, and the circuit's service key, with
 * which anybody could claim the circuit. Secrets known by type are gone already where the answer entered; this looks at
 * everything else, tags too.
 */
const SENSITIVE_NAME =
  /secret|password|passphrase|passwd|credential|servicekey|sitekey|sharedkey|authorizationkey|accesskey|accountkey|primarykey|secondarykey|privatekey|apikey|connectionstring|token|sasur[il]|signature/i

/** Signed addresses, storage and service bus connection strings, private keys in PEM. */
const SENSITIVE_TEXT = /[?&]sig=|(account|shared(access)?|access)key=|-----BEGIN [A-Z ]*PRIVATE KEY-----/i

/** The body without it; the path of each member that was cut, as `properties.serviceKey`, is added to `cut`. */
export function withoutSensitive(body: JsonObject, cut: Set<string>): JsonObject {
  return members(body, '', cut)
}

function members(object: JsonObject, path: string, cut: Set<string>): JsonObject {
  const kept = Object.entries(object).flatMap(([name, value]): [string, Json | undefined][] => {
    const at = path === '' ? name : `${path}.${name}`
    if (isSensitive(name, value)) {
      cut.add(at)
      return []
    }
    return [[name, inside(value, at, cut)]]
  })
  return Object.fromEntries(kept)
}

function inside(value: Json | undefined, path: string, cut: Set<string>): Json | undefined {
  if (isJsonObject(value)) return members(value, path, cut)
  if (!Array.isArray(value)) return value
  return value
    .filter((item) => {
      const sensitive = typeof item === 'string' && SENSITIVE_TEXT.test(item)
      if (sensitive) cut.add(`${path}[]`)
      return !sensitive
    })
    .map((item) => inside(item, `${path}[]`, cut) ?? null)
}

/** Flags and references say that there is a secret, not which. */
function isSensitive(name: string, value: Json | undefined): boolean {
  if (typeof value === 'string' && SENSITIVE_TEXT.test(value)) return true
  if (value === null || value === undefined || typeof value === 'boolean') return false
  return SENSITIVE_NAME.test(name.replace(/[\s_.-]/g, ''))
}
