import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { HubFailure } from '../model/errors.ts'
import { errorFromAnswer } from './arm-error.ts'
import type { Clock, Send, WireAnswer, WireRequest } from './transport.ts'

/** A token is renewed when less than this is left, or than a fifth of what it was given for. */
const MARGIN = 300_000
/** After a renewal that nothing answered, while the token is still good. */
const AGAIN = 30_000
/** So much before its end a token that nothing renews is given up: it was counted from its arrival, and requests take time. */
const UNDER_WAY = 5_000

/** What is known of one set of scopes. */
interface Kept {
  token?: AccessToken
  renewAt: number
  /** Tokens on their way, by the claims they were asked for with. */
  pending: Map<string | undefined, Promise<AccessToken | null>>
  /** Counts the askings, so that an older one that ends later does not undo a newer one. */
  asked: number
  tokenOf: number
}

/**
 * One token for each set of scopes, for everybody, until it nears its end. Those who ask for the same meanwhile share one
 * asking, also those who answer a claims challenge. While nothing answers, the old one serves until shortly before its end.
 * A failure to get one is a HubFailure, of kind `auth` where the credential does not say.
 */
export function cachedCredential(
  credential: TokenCredential,
  clock: Clock,
): TokenCredential & { forget(): void } {
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
        const left = token ? token.expiresOnTimestamp - clock() : 0
        kept.renewAt = clock() + left - Math.min(MARGIN, left / 5)
        kept.tokenOf = turn
      }
      return token
    } catch (thrown) {
      const stillGood = options.claims === undefined && isOffline(thrown) ? kept.token : undefined
      const end = (stillGood?.expiresOnTimestamp ?? 0) - UNDER_WAY
      if (stillGood && clock() < end) {
        if (turn > kept.tokenOf) kept.renewAt = Math.min(clock() + AGAIN, end)
        return stillGood
      }
      // Azure refused the token that is kept: the next one who asks has to hear that too.
      if (options.claims !== undefined && turn > kept.tokenOf) kept.token = undefined
      throw thrown instanceof HubFailure ? thrown : noToken(thrown)
    }
  }

  return {
    /** Whoever asks next hears from the credential itself. */
    forget() {
      for (const kept of known.values()) kept.token = undefined
    },
    async getToken(scopes, options) {
      const kept = keptOf(known, [options?.tenantId ?? '', scopes].flat().join(' '))
      const { claims } = options ?? {}
      if (claims === undefined && kept.token && clock() < kept.renewAt) return kept.token
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

function isOffline(thrown: unknown): boolean {
  return thrown instanceof HubFailure && thrown.error.kind === 'network'
}

function keptOf(known: Map<string, Kept>, scopes: string): Kept {
  const kept = known.get(scopes) ?? { renewAt: 0, pending: new Map(), asked: 0, tokenOf: 0 }
  known.set(scopes, kept)
  return kept
}

interface Signing {
  credential: TokenCredential
  scopes: string
  /** Directory of a request, `undefined` for the account's own; may have to read first. */
  tenantOf?: (request: WireRequest) => string | undefined | Promise<string | undefined>
  /** ARM takes no token that can be had unseen; `claims` as it wants them, where it says. Absent: its refusal is the answer. */
  challenged?: (claims: string | undefined, tenantId: string | undefined) => HubFailure
}

/**
 * Adds the bearer token of the request's directory, and answers a claims challenge (continuous access evaluation, more proof)
 * once with a new one, asked for unseen; ARM has carried nothing out when it challenges. A token that ended on its way is
 * replaced once. Where that needs a person it fails with the credential's HubFailure.
 */
export function authorized(
  send: Send,
  { credential, scopes, tenantOf = ({ tenantId }) => tenantId, challenged }: Signing,
): Send {
  return async (asked, signal) => {
    const { tenantId: _, ...request } = asked
    const tenantId = await tenantOf(asked)
    const tokenFor = async (claims?: string) => {
      const token = await credential.getToken(scopes, {
        ...(tenantId !== undefined && { tenantId }),
        ...(claims !== undefined && { claims, enableCae: true }),
      })
      if (!token) throw noToken(undefined)
      return token.token
    }
    const sendWith = (token: string) =>
      send({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } }, signal)

    const token = await tokenFor()
    const answer = await sendWith(token)
    if (!isRefusedToken(answer)) return answer
    const claims = claimsIn(answer)
    if (claims === undefined && !challenged) return answer
    // The same one again was not at its end: only a person gets a better one.
    const second = await tokenFor(claims)
    const last = claims === undefined && second === token ? answer : await sendWith(second)
    if (challenged && isRefusedToken(last)) throw challenged(claimsIn(last), tenantId)
    return last
  }
}

/** Not a token of the wrong directory: another sign-in would give the same. The challenge may be hidden from the browser. */
function isRefusedToken(answer: WireAnswer): boolean {
  if (answer.status !== 401) return false
  return claimsIn(answer) !== undefined || errorFromAnswer(answer).code !== 'InvalidAuthenticationTokenTenant'
}

function claimsIn({ status, headers }: WireAnswer): string | undefined {
  const challenge = status === 401 ? headers['www-authenticate'] : undefined
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
