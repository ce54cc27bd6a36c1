import type { TokenCredential } from '@azure/core-auth'
import { isJsonObject } from '../lib/json.ts'
import { HubFailure, type HubError } from '../model/errors.ts'
import type { SelfTestAnswer, SelfTestReading, TokenFacts } from '../model/self-test/reading.ts'
import { apiVersionFor } from './api-versions.ts'
import { errorFromAnswer, errorFromThrown, parseJson } from './arm-error.ts'
import { object, text } from './from-wire/read.ts'
import type { Clock, Send } from './transport.ts'

export interface SelfTestOptions {
  send: Send
  credential: TokenCredential
  endpoint: string
  scopes: string
  clock: Clock
  newId: () => string
}

const PATH = '/subscriptions'

/**
 * One token and one read of the subscriptions, and what could be seen of both. Failures are part of it; only an abort throws.
 * A challenge is not answered here: what it looks like is part of what is asked.
 */
export async function readSelfTest(options: SelfTestOptions, signal?: AbortSignal): Promise<SelfTestReading> {
  const { credential, scopes, clock } = options
  const at = clock()
  const token = await credential.getToken(scopes, { abortSignal: signal }).then(
    (got) => got ?? noToken(undefined),
    (thrown: unknown) => noToken(thrown),
  )
  signal?.throwIfAborted()
  if ('kind' in token) return { at, token: { is: 'none', error: token }, answer: { is: 'notAsked' } }
  return {
    at,
    token: factsOf(token.token, token.expiresOnTimestamp),
    answer: await ask(options, token.token, signal),
  }
}

async function ask(
  { send, endpoint, clock, newId }: SelfTestOptions,
  token: string,
  signal: AbortSignal | undefined,
): Promise<SelfTestAnswer> {
  const url = `${endpoint.replace(/\/$/, '')}${PATH}?api-version=${apiVersionFor(PATH)}`
  const headers = {
    accept: 'application/json',
    authorization: `Bearer ${token}`,
    'x-ms-client-request-id': newId(),
  }
  const since = clock()
  try {
    const answer = await send({ url, method: 'GET', headers }, signal)
    const { value } = object(parseJson(answer.body))
    return {
      is: 'answered',
      status: answer.status,
      milliseconds: clock() - since,
      headers: answer.headers,
      ...(Array.isArray(value) && { subscriptions: value.length }),
      ...(answer.status >= 400 && { error: errorFromAnswer(answer, PATH) }),
    }
  } catch (thrown) {
    return { is: 'unanswered', error: errorFromThrown(thrown, PATH, signal), milliseconds: clock() - since }
  }
}

function noToken(thrown: unknown): HubError {
  if (thrown instanceof HubFailure) return thrown.error
  const message = thrown instanceof Error ? thrown.message : 'There is no valid sign-in.'
  return { kind: 'auth', code: 'SignInNeeded', message, details: [] }
}

/** Azure may make its tokens unreadable at any time, so nothing but this display rests on their content. */
function factsOf(token: string, expiresAt: number): TokenFacts {
  const payload = payloadOf(token)
  if (!payload) return { is: 'opaque', expiresAt }
  return {
    is: 'read',
    expiresAt,
    audience: text(payload['aud']),
    tenantId: text(payload['tid']),
    issuer: text(payload['iss']),
    clientId: text(payload['appid']) ?? text(payload['azp']) ?? text(payload['client_id']),
    scopes: (text(payload['scp']) ?? text(payload['scope']) ?? '').split(' ').filter((scope) => scope !== ''),
  }
}

function payloadOf(token: string) {
  const part = token.split('.')[1]?.replaceAll('-', '+').replaceAll('_', '/')
  if (part === undefined) return undefined
  try {
    const bytes = Uint8Array.from(atob(part), (letter) => letter.charCodeAt(0))
    const payload = parseJson(new TextDecoder().decode(bytes))
    return isJsonObject(payload) ? payload : undefined
  } catch {
    return undefined
  }
}
