import type { AccessToken, TokenCredential } from '@azure/core-auth'
import { HubFailure } from '../model/errors.ts'
import type { Clock, Send } from './transport.ts'

/** A token is renewed when less than this is left. */
const MARGIN = 300_000

/** One token for everybody until it nears its end; a failure to get one is a HubFailure of kind `auth`. */
export function cachedCredential(credential: TokenCredential, clock: Clock): TokenCredential {
  let kept: AccessToken | undefined
  let pending: Promise<AccessToken | null> | undefined
  const ask: TokenCredential['getToken'] = async (scopes, options) => {
    try {
      return await credential.getToken(scopes, options)
    } catch (thrown) {
      if (options?.abortSignal?.aborted) throw thrown
      throw noToken(thrown)
    }
  }
  return {
    async getToken(scopes, options) {
      if (options?.claims !== undefined) {
        kept = undefined
        const renewed = await ask(scopes, options)
        kept = renewed ?? undefined
        return renewed
      }
      if (kept && kept.expiresOnTimestamp - clock() > MARGIN) return kept
      // Shared by whoever asks meanwhile, so one caller's abort must not end it.
      pending ??= ask(scopes, { enableCae: true }).finally(() => {
        pending = undefined
      })
      kept = (await pending) ?? undefined
      return kept ?? null
    },
  }
}

/** Adds the bearer token, and answers a claims challenge (continuous access evaluation) once with a new one. */
export function authorized(send: Send, credential: TokenCredential, scopes: string): Send {
  const bearer = async (claims?: string) => {
    const token = await credential.getToken(scopes, claims === undefined ? {} : { claims, enableCae: true })
    if (!token) throw noToken(undefined)
    return `Bearer ${token.token}`
  }
  return async (request, signal) => {
    const withToken = async (authorization: string) =>
      send({ ...request, headers: { ...request.headers, authorization } }, signal)
    const answer = await withToken(await bearer())
    const claims = answer.status === 401 ? claimsIn(answer.headers['www-authenticate']) : undefined
    return claims === undefined ? answer : withToken(await bearer(claims))
  }
}

function claimsIn(challenge: string | undefined): string | undefined {
  const encoded = /error="insufficient_claims"/i.test(challenge ?? '')
    ? /claims="([^"]+)"/i.exec(challenge ?? '')?.[1]
    : undefined
  try {
    return encoded && atob(encoded)
  } catch {
    return undefined
  }
}

function noToken(cause: unknown): HubFailure {
  const failure = new HubFailure({
    kind: 'auth',
    code: 'SignInNeeded',
    message: 'There is no valid sign-in for Azure Resource Manager. Sign in again.',
    details: [],
  })
  failure.cause = cause
  return failure
}
