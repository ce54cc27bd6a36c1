import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { memberAt, withChanges } from '../model/edits/edit.ts'
import { typeOfId } from '../model/paths.ts'

const PEERING = 'microsoft.network/expressroutecircuits/peerings'
const CIRCUIT = 'microsoft.network/expressroutecircuits'
const REACH = 'microsoft.network/expressroutecircuits/peerings/connections'

/**
 * A peering, or a circuit with its peerings, as it has to be sent: what a reading shows in place of an MD5 key is no key and is left
 * out, and a typed one is put in (ExpressRoute document 3.1: absent or masked in a reading).
 * Global Reach gets the key of the other circuit's authorization in the same way.
 * @param typed `{ sharedKey }` of a peering, `{ authorizationKey }` of Global Reach
 */
export function withPeeringKey(id: string, body: JsonObject, typed: Json | undefined): JsonObject {
  const type = typeOfId(id)?.toLowerCase()
  if (type === REACH) {
    const key = memberIn(typed, 'authorizationKey')
    return key === undefined
      ? body
      : withChanges(body, [{ path: ['properties', 'authorizationKey'], to: key }])
  }
  if (type === PEERING) {
    const key = memberIn(typed, 'sharedKey')
    const clean = unmasked(body, ['properties', 'sharedKey'])
    return key === undefined ? clean : withChanges(clean, [{ path: ['properties', 'sharedKey'], to: key }])
  }
  if (type !== CIRCUIT) return body
  const peerings = memberAt(body, ['properties', 'peerings'])
  if (!Array.isArray(peerings)) return body
  return peerings.reduce<JsonObject>(
    (clean, _, index) =>
      unmasked(clean, ['properties', 'peerings', String(index), 'properties', 'sharedKey']),
    body,
  )
}

function memberIn(typed: Json | undefined, member: string): string | undefined {
  const value = isJsonObject(typed) ? typed[member] : undefined
  return typeof value === 'string' ? value : undefined
}

function unmasked(body: JsonObject, path: readonly string[]): JsonObject {
  const value = memberAt(body, path)
  const isMask = typeof value === 'string' && /^[*•x.]*$/i.test(value)
  return isMask ? withChanges(body, [{ path }]) : body
}
