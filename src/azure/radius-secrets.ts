import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { ok, type Result } from '../lib/result.ts'
import { memberAt, withChanges } from '../model/edits/edit.ts'
import type { HubError } from '../model/errors.ts'
import type { Raw } from './raw.ts'

const SERVERS = ['properties', 'vpnClientConfiguration', 'radiusServers']

/**
 * A gateway as it has to be put back: a reading leaves out the secrets of its RADIUS servers (VPN Gateway 6.3), and a PUT
 * without them may take them away, so they are asked for and put in their places. What comes back is for sending alone.
 * @returns the refusal, where they may not be read: then the gateway must not be sent
 */
export async function withRadiusSecrets(
  raw: Raw,
  id: string,
  body: JsonObject,
  signal?: AbortSignal,
): Promise<Result<JsonObject, HubError>> {
  const servers = memberAt(body, SERVERS)
  if (!Array.isArray(servers) || servers.every(hasSecret)) return ok(body)
  const answer = await raw.request({ method: 'POST', path: `${id}/listRadiusSecrets` }, signal)
  if (!answer.ok) return answer
  const secrets = secretsIn(answer.value.body)
  const changes = servers.flatMap((server, index) => {
    const to = hasSecret(server) ? undefined : secrets.get(addressOf(server) ?? '')
    return to === undefined ? [] : [{ path: [...SERVERS, String(index), 'radiusServerSecret'], to }]
  })
  return ok(withChanges(body, changes))
}

function hasSecret(server: Json): boolean {
  return isJsonObject(server) && typeof server.radiusServerSecret === 'string'
}

function addressOf(server: Json): string | undefined {
  return isJsonObject(server) && typeof server.radiusServerAddress === 'string'
    ? server.radiusServerAddress
    : undefined
}

function secretsIn(body: Json | undefined): Map<string, string> {
  const found = isJsonObject(body) && Array.isArray(body.value) ? body.value : []
  return new Map(
    found.flatMap((one): [string, string][] => {
      const address = addressOf(one)
      return address !== undefined && isJsonObject(one) && typeof one.radiusServerSecret === 'string'
        ? [[address, one.radiusServerSecret]]
        : []
    }),
  )
}
