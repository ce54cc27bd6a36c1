import { isJsonObject, type Json } from '../../lib/json.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'

/** The first version that has the action; the client in use speaks an older one (ARM contract 9.4). */
const WITH_LIST_KEYS = '2025-09-01'

/**
 * The key of an authorization, of a circuit or a port. Newer versions give it by an action, older ones in the authorization itself. It goes
 * to whoever asked and nowhere else: no cache, no log.
 */
export async function readAuthorizationKey(
  { ask }: Pick<Azure, 'ask'>,
  id: string,
  signal?: AbortSignal,
): Promise<Result<string, HubError>> {
  const told = await ask.action({ id, action: 'listKeys', apiVersion: WITH_LIST_KEYS }, signal)
  const key = told.ok ? keyIn(told.value) : undefined
  if (key !== undefined) return ok(key)
  // A cloud that has no such action does not know the address.
  if (!told.ok && told.error.kind !== 'notFound' && told.error.kind !== 'invalid') return told
  const read = await ask.get(id, undefined, signal)
  if (!read.ok) return read
  const inside = isJsonObject(read.value) ? keyIn(read.value.properties) : undefined
  return inside === undefined ? err(noKey(id)) : ok(inside)
}

function keyIn(value: Json | undefined): string | undefined {
  const key = isJsonObject(value) ? value.authorizationKey : undefined
  return typeof key === 'string' && key !== '' && !/^[*•]+$/.test(key) ? key : undefined
}

function noKey(target: string): HubError {
  return {
    kind: 'server',
    code: 'UnreadableAnswer',
    message: 'Azure answered, and its answer holds no key.',
    target,
    details: [],
  }
}

/**
 * POST generateLoa: the letter with which the location makes the cross connects.
 * @returns the bytes of a PDF
 */
export async function makeLetter(
  { ask }: Pick<Azure, 'ask'>,
  portId: string,
  customerName: string,
  signal?: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, HubError>> {
  const answer = await ask.action({ id: portId, action: 'generateLoa', body: { customerName } }, signal)
  if (!answer.ok) return answer
  const encoded = isJsonObject(answer.value) ? answer.value.encodedContent : undefined
  const bytes = typeof encoded === 'string' ? bytesOf(encoded) : undefined
  return bytes === undefined
    ? err({
        kind: 'server',
        code: 'UnreadableAnswer',
        message: 'Azure answered, and its answer holds no letter that can be read.',
        target: portId,
        details: [],
      })
    : ok(bytes)
}

/** @returns `undefined` for what is no base64, or nothing */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const text = atob(base64)
    return text === '' ? undefined : Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  } catch {
    return undefined
  }
}
