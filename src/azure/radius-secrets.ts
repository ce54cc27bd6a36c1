import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import { err, ok, type Result } from '../lib/result.ts'
import { memberAt, withChanges } from '../model/edits/edit.ts'
import { isText, radiusServersIn } from '../model/edits/sent-secrets.ts'
import type { HubError } from '../model/errors.ts'
import { sentenceList } from '../model/format.ts'
import type { Raw } from './raw.ts'

interface Given {
  /** As it was read; a server it does not name is new, and has no secret that could be asked for. */
  before: JsonObject
  /** Secrets that somebody typed, by the address of their server: they stand for those there are. */
  typed?: Json | undefined
  signal?: AbortSignal | undefined
}

/**
 * A gateway as it has to be sent: a reading leaves out the secrets of its RADIUS servers (VPN Gateway 6.3), and a PUT
 * without them may take them away, so they are asked for and put in their places. What comes back is for sending alone.
 * @returns the refusal, where one may not be read or is not told: then the gateway must not be sent
 */
export async function withRadiusSecrets(
  raw: Raw,
  id: string,
  wanted: JsonObject,
  { before, typed, signal }: Given,
): Promise<Result<JsonObject, HubError>> {
  const body = withTypedRadiusSecrets(wanted, typed)
  const known = new Set(serversIn(before).map(({ address }) => address))
  const lacking = serversIn(body).filter(({ server, address }) => !hasSecret(server) && known.has(address))
  if (lacking.length === 0) return ok(body)
  const answer = await raw.request({ method: 'POST', path: `${id}/listRadiusSecrets` }, signal)
  if (!answer.ok) return answer
  const secrets = secretsIn(answer.value.body)
  const untold = lacking.filter(({ address }) => !secrets.has(address))
  if (untold.length > 0)
    return err(
      notTold(
        id,
        untold.map(({ address }) => address),
      ),
    )
  return ok(
    withChanges(
      body,
      lacking.map(({ path, address }) => ({
        path: [...path, 'radiusServerSecret'],
        to: secrets.get(address),
      })),
    ),
  )
}

/** What was typed, in its places. */
export function withTypedRadiusSecrets(body: JsonObject, typed: Json | undefined): JsonObject {
  if (!isJsonObject(typed)) return body
  return withChanges(
    body,
    serversIn(body).flatMap(({ path, address }) => {
      const to = Object.hasOwn(typed, address) ? typed[address] : undefined
      return isText(to) ? [{ path: [...path, 'radiusServerSecret'], to }] : []
    }),
  )
}

interface Server {
  /** Of the object that holds its address and its secret. */
  path: readonly string[]
  address: string
  server: Json
}

function serversIn(body: JsonObject): Server[] {
  return radiusServersIn(body).flatMap((path): Server[] => {
    const server = memberAt(body, path)
    const address = addressOf(server)
    return server === undefined || address === undefined ? [] : [{ path, address, server }]
  })
}

function hasSecret(server: Json): boolean {
  return isJsonObject(server) && isText(server.radiusServerSecret)
}

function addressOf(server: Json | undefined): string | undefined {
  return isJsonObject(server) && isText(server.radiusServerAddress) ? server.radiusServerAddress : undefined
}

function secretsIn(body: Json | undefined): Map<string, string> {
  const found = isJsonObject(body) && Array.isArray(body.value) ? body.value : []
  return new Map(
    found.flatMap((one): [string, string][] => {
      const address = addressOf(one)
      return address !== undefined && isJsonObject(one) && isText(one.radiusServerSecret)
        ? [[address, one.radiusServerSecret]]
        : []
    }),
  )
}

function notTold(target: string, addresses: readonly string[]): HubError {
  const [servers, secrets] = addresses.length === 1 ? ['server', 'secret'] : ['servers', 'secrets']
  return {
    kind: 'invalid',
    code: 'RadiusSecretNotTold',
    message: `Nothing was sent. It is sent as a whole, and Azure did not tell the ${secrets} of the RADIUS ${servers} ${sentenceList(addresses)}: sent without, RADIUS sign-in could stop working. Set the ${secrets} in the Azure portal or with the Azure CLI, then send the change again.`,
    target,
    details: [],
  }
}
