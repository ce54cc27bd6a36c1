import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { HubFailure } from '../model/errors.ts'
import type { Clock, Send } from './transport.ts'

/** A token is renewed when less than this is left. */
const MARGIN = 300_000

/** What is known of one set of scopes. */
interface Kept {
  token?: AccessToken
  /** Tokens on their way, by the claims they were asked for with. */
  pending: Map<string | undefined, Promise<AccessToken | null>>
  /** Counts the askings, so that an older one that ends later does not undo a newer one. */
  asked: number
  tokenOf: number
}

/**
 * One token for each set of scopes, for everybody, until it nears its end. Those who ask for the same meanwhile share one
 * asking, also those who answer a claims challenge. A failure to get one is a HubFailure of kind `auth`.
 */
export function cachedCredential(credential: TokenCredential, clock: Clock): TokenCredential {
  const known = new Map<string, Kept>()

  async function ask(
    kept: Kept,
    scopes: string | string[],
    options: GetTokenOptions,
  ): Promise<AccessToken | null> {
    const turn = ++kept.asked
    try {
      const token = await credential.getToken(scopes, options)
      if (turn > kept.tokenOf) {
        kept.token = token ?? undefined
        kept.tokenOf = turn
      }
      return token
    } catch (thrown) {
      throw noToken(thrown)
    }
  }

  return {
    async getToken(scopes, options) {
      const kept = keptOf(known, [options?.tenantId ?? '', scopes].flat().join(' '))
      const { claims } = options ?? {}
      if (claims === undefined && kept.token && kept.token.expiresOnTimestamp - clock() > MARGIN)
        return kept.token
      // Shared by whoever asks meanwhile, so one caller's abort must not end it.
      const pending =
        kept.pending.get(claims) ??
        ask(kept, scopes, { enableCae: true, claims, tenantId: options?.tenantId }).finally(() =>
          kept.pending.delete(claims),
        )
      kept.pending.set(claims, pending)
      return pending
    },
  }
}

function keptOf(known: Map<string, Kept>, scopes: string): Kept {
  const kept = known.get(scopes) ?? { pending: new Map(), asked: 0, tokenOf: 0 }
  known.set(scopes, kept)
  return kept
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
