import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { type AccountInfo, CacheLookupPolicy } from '@azure/msal-browser'
import type { SessionState, SignInNeed } from '../../model/account.ts'
import type { Cloud } from '../../model/clouds.ts'
import { HubFailure, type HubError } from '../../model/errors.ts'
import type { Session } from '../session.ts'
import { authorityOf, type MsalApplication } from './application.ts'
import { signInFailure } from './sign-in-error.ts'

interface TokensOptions {
  application: MsalApplication
  /** Tokens of the active account's own directory. */
  ownCredential: () => Promise<TokenCredential>
  cloud: Cloud
  state: () => SessionState
  /** `problem`: why, where that is more than a sign-in that has ended. */
  onNeed: (need: SignInNeed, problem: HubError | undefined) => void
}

/**
 * Tokens of one account for its own and other directories. Never navigates. What a person has to do becomes a need; from
 * then on nothing more is asked of that directory until the page starts anew.
 *
 * The own directory's come from Azure Identity. Other directories' cannot: it hands MSAL the account with its own
 * directory in it, by which MSAL finds the token of that one in its cache, whatever directory was asked for.
 *
 * getToken throws a HubFailure, of kind `auth` where a person is needed or access is refused, `network` where nothing answered.
 */
export function createTokens(options: TokensOptions): Pick<Session, 'credential' | 'challenged'> {
  const { application, ownCredential, cloud, state, onNeed } = options
  /** By directory, in lower case. */
  const stopped = new Map<string, HubError>()
  const served = new Set<string>()

  const ask = async (
    account: AccountInfo,
    tenantId: string | undefined,
    scopes: string[],
    options: GetTokenOptions,
  ): Promise<AccessToken | null> => {
    const { claims } = options
    if (tenantId === undefined) {
      const own = await ownCredential()
      try {
        return await own.getToken(scopes, claims === undefined ? {} : { claims })
      } catch (thrown) {
        if (!isUnexplained(thrown)) throw thrown
      }
    }
    const result = await application.acquireTokenSilent({
      scopes,
      // Not by way of an unseen frame: with many directories that would be one after the other, for seconds each.
      cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
      account: { ...account, tenantId: tenantId ?? account.tenantId },
      ...(tenantId !== undefined && { authority: authorityOf(cloud, tenantId) }),
      ...(claims !== undefined && { claims }),
    })
    return result.expiresOn && result.accessToken !== ''
      ? { token: result.accessToken, expiresOnTimestamp: result.expiresOn.getTime() }
      : null
  }

  const stop = (key: string, error: HubError, need: SignInNeed | undefined): HubFailure => {
    const standing = stopped.get(key)
    if (standing) return new HubFailure(standing)
    stopped.set(key, error)
    if (need) onNeed(need, error.code === 'SignInNeeded' ? undefined : error)
    return new HubFailure(error)
  }

  const credential: TokenCredential = {
    async getToken(scopes, options = {}) {
      const account = application.getActiveAccount()
      if (!account || state().is !== 'signedIn') throw new HubFailure(SIGNED_OUT)
      const key = (options.tenantId ?? account.tenantId).toLowerCase()
      const tenantId = key === account.tenantId.toLowerCase() ? undefined : key
      const standing = stopped.get(key)
      if (standing) throw new HubFailure(standing)
      try {
        const token = await ask(account, tenantId, [scopes].flat(), options)
        if (!token) throw new Error('no_tokens_found: The sign-in gave no token.')
        served.add(key)
        return token
      } catch (thrown) {
        const failure = signInFailure(thrown)
        const error = withTarget(failure.error, tenantId)
        if (failure.next === 'later') throw new HubFailure(error)
        throw stop(key, error, needOf(tenantId, options.claims, failure.claims, served.has(key)))
      }
    },
  }

  return {
    credential,
    challenged(claims, asked) {
      const own = application.getActiveAccount()?.tenantId.toLowerCase() ?? ''
      const key = (asked ?? own).toLowerCase()
      const tenantId = key === own ? undefined : key
      const error = withTarget(claims === undefined ? REFUSED : MORE_PROOF, tenantId)
      return stop(key, error, needOf(tenantId, claims, undefined, true))
    },
  }
}

/**
 * Azure Identity says of whatever went wrong, of a lost network too, that it may not ask a person, and drops the reason. Asked
 * for the same, MSAL tells it.
 */
function isUnexplained(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.name === 'AuthenticationRequiredError'
}

/** A directory that never gave a token is a scope that cannot be read, and no reason to stop the others. */
function needOf(
  tenantId: string | undefined,
  challenge: string | undefined,
  wanted: string | undefined,
  wasServed: boolean,
): SignInNeed | undefined {
  if (challenge !== undefined) return { why: 'challenge', ...(tenantId && { tenantId }), claims: challenge }
  const claims = wanted ? { claims: wanted } : {}
  if (tenantId === undefined) return { why: 'expired', ...claims }
  return wasServed ? { why: 'tenant', tenantId, ...claims } : undefined
}

function withTarget(error: HubError, tenantId: string | undefined): HubError {
  return tenantId === undefined ? error : { ...error, target: `/tenants/${tenantId}` }
}

const REFUSED: HubError = {
  kind: 'auth',
  code: 'SignInNeeded',
  message: 'Azure no longer accepts this sign-in. Sign in to go on.',
  details: [],
}

const MORE_PROOF: HubError = {
  kind: 'auth',
  code: 'SignInNeeded',
  message: 'Azure asks for more proof of who you are. Sign in to go on.',
  details: [],
}

const SIGNED_OUT: HubError = {
  kind: 'auth',
  code: 'SignInNeeded',
  message: 'Nobody is signed in. Sign in to go on.',
  details: [],
}
