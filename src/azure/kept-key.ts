import { isJsonObject, type JsonObject } from '../lib/json.ts'
import { ok, type Result } from '../lib/result.ts'
import { memberAt, withChanges } from '../model/edits/edit.ts'
import { isText, sendsKey } from '../model/edits/sent-secrets.ts'
import type { HubError } from '../model/errors.ts'
import type { Raw } from './raw.ts'

const KEY = ['properties', 'sharedKey']

/**
 * A VPN connection as it has to be put back. Whether a PUT without its shared key keeps it is not documented (VPN Gateway,
 * connections, unverified), and newer answers leave the key out: it is read and put in, which is right either way. Who may
 * not read it sends without, as Azure's own tools do for everybody; refusing would take every change from a contributor
 * without that right. What comes back is for sending alone.
 * @returns the failure, where the key could not be read for another reason: then the connection must not be sent
 */
export async function withKeptKey(
  raw: Raw,
  id: string,
  body: JsonObject,
  signal?: AbortSignal,
): Promise<Result<JsonObject, HubError>> {
  if (!sendsKey(id, body) || isText(memberAt(body, KEY))) return ok(body)
  const answer = await raw.request({ method: 'GET', path: `${id}/sharedkey` }, signal)
  if (!answer.ok) {
    const { kind } = answer.error
    return kind === 'forbidden' || kind === 'notFound' ? ok(body) : answer
  }
  const told = answer.value.body
  const key = isJsonObject(told) ? told.value : undefined
  return ok(isText(key) ? withChanges(body, [{ path: KEY, to: key }]) : body)
}
