import { isJsonObject } from '../../lib/json.ts'
import { err, ok, type Result } from '../../lib/result.ts'
import type { HubError } from '../../model/errors.ts'
import type { Azure } from '../azure.ts'

/** The shared key of a connection. It goes to whoever asked and nowhere else: no cache, no log. */
export async function readSharedKey(
  { ask }: Pick<Azure, 'ask'>,
  id: string,
  signal?: AbortSignal,
): Promise<Result<string, HubError>> {
  const answer = await ask.get(`${id}/sharedkey`, undefined, signal)
  if (!answer.ok) return answer
  const { value } = isJsonObject(answer.value) ? answer.value : {}
  return typeof value === 'string' && value !== '' ? ok(value) : err(noKey(id))
}

function noKey(target: string): HubError {
  return {
    kind: 'server',
    code: 'UnreadableAnswer',
    message: 'Azure answered, and its answer holds no key. A connection with a certificate has none.',
    target,
    details: [],
  }
}
