import type { AccessToken, GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { type AccountInfo, type AuthenticationResult, CacheLookupPolicy } from '@azure/msal-browser'
import type { SessionState, SignInNeed } from '../../model/account.ts'
import type { Cloud } from '../../model/clouds.ts'
import { HubFailure, type HubError } from '../../model/errors.ts'
import type { Session } from '../session.ts'
import { timerSleep } from '../transport.ts'
import { authorityOf, type MsalApplication } from './application.ts'
import type { Attempts } from './attempts.ts'
import { signInFailure } from './sign-in-error.ts'

interface TokensOptions {
  application: MsalApplication
  /** Tokens of the active account's own directory. */
  ownCredential: () => Promise<TokenCredential>
  /** How long that credential is waited for, in milliseconds: by itself it has no limit. */
  longest?: number
  cloud: Cloud
  /** Whether the deployment is for accounts of any directory, or names one. */
  anyDirectory: boolean
  attempts: Pick<Attempts, 'of'>
  state: () => SessionState
  /** While the page is being left: until it stays after all, which is never where it goes. */
  staying: () => Promise<void>
  onNeed: (need: SignInNeed) => void
}

/**
 * Tokens of one account for its own and other directories. Never navigates. What a person has to do becomes a need; from
 * then on nothing more is asked of that directory until the page starts anew.
 *
 * The own directory's come from Azure Identity. Where it has none it says of every reason, a lost network too, that somebody
 * has to sign in; so MSAL, over the same cache, is asked then: for the token, or for why there is none.
 *
 * Other directories' cannot come from Azure Identity: it hands MSAL the account with its own directory in it, by which MSAL
 * finds the token of that one in its cache, whatever directory was asked for.
 *
 * getToken throws a HubFailure, of kind `auth` where a person is needed or access is refused, `network` where nothing answered.
 */
export function createTokens(options: TokensOptions): Pick<Session, 'credential' | 'challenged'> {
  const {
    application,
    ownCredential,
    longest = LONGEST,
    cloud,
    anyDirectory,
    attempts,
    state,
    staying,
    onNeed,
  } = options
  /** By directory, in lower case. */
  const stopped = new Map<string, HubError>()
  const served = new Set<string>()
  /** Of those, where the need holds what is to be proven. */
  const claimed = new Set<string>()

  const ask = async (
    account: AccountInfo,
    tenantId: string | undefined,
    scopes: string[],
    { claims }: GetTokenOptions,
  ): Promise<AccessToken | null> => {
    const proof = claims === undefined ? {} : { claims }
    if (tenantId === undefined) {
      try {
        return await inTime(async () => (await ownCredential()).getToken(scopes, proof), longest)
      } catch {
        return tokenIn(await application.acquireTokenSilent({ scopes, account, ...proof }))
      }
    }
    const result = await application.acquireTokenSilent({
      scopes,
      // Not by way of an unseen frame: with many directories that would be one after the other, for seconds each.
      cacheLookupPolicy: CacheLookupPolicy.AccessTokenAndRefreshToken,
      account: { ...account, tenantId },
      authority: authorityOf(cloud, tenantId),
      ...proof,
    })
    return tokenIn(result)
  }

  const stop = (key: string, error: HubError, need: SignInNeed | undefined): HubFailure => {
    const standing = stopped.get(key)
    if (standing && (need?.claims === undefined || claimed.has(key))) return new HubFailure(standing)
    if (need?.claims !== undefined) claimed.add(key)
    stopped.set(key, error)
    if (need) onNeed(error.code === 'SignInNeeded' ? need : { ...need, because: error })
    return new HubFailure(error)
  }

  const credential: TokenCredential = {
    async getToken(scopes, options = {}) {
      // Refused now, it would stay so on a page that the browser's Back brings back.
      if (state().is === 'leaving') await staying()
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
        const isServed = anyDirectory || tenantId === undefined || !UNKNOWN_THERE.has(failure.error.code)
        const error = withTarget(isServed ? failure.error : { ...failure.error, ...NOT_SERVED }, tenantId)
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
      const need = challengeOf(tenantId, claims)
      const times = attempts.of(need)
      // It is not the sign-in then: nothing else of the directory has to stop.
      if (times >= MOST_ATTEMPTS && !stopped.has(key)) return new HubFailure(withTarget(NOT_ENOUGH, tenantId))
      const error = withTarget(claims === undefined ? REFUSED : MORE_PROOF, tenantId)
      return stop(key, error, times > 0 ? { ...need, again: true } : need)
    },
  }
}

/** Once as the sign-in page likes, once with everything asked anew. */
const MOST_ATTEMPTS = 2

/** As long as MSAL waits where it can be told to. */
const LONGEST = 10_000

async function inTime<T>(ask: () => Promise<T>, longest: number): Promise<T> {
  const end = new AbortController()
  const late = async (): Promise<never> => {
    await timerSleep(longest, end.signal)
    throw new Error('It did not answer in time.')
  }
  try {
    return await Promise.race([ask(), late()])
  } finally {
    end.abort()
  }
}

function tokenIn({ accessToken, expiresOn }: AuthenticationResult): AccessToken | null {
  return expiresOn && accessToken !== ''
    ? { token: accessToken, expiresOnTimestamp: expiresOn.getTime() }
    : null
}

/** A directory that never gave a token is a scope that cannot be read, and no reason to stop the others. */
function needOf(
  tenantId: string | undefined,
  challenge: string | undefined,
  wanted: string | undefined,
  wasServed: boolean,
): SignInNeed | undefined {
  if (challenge !== undefined) return challengeOf(tenantId, challenge)
  const claims = wanted ? { claims: wanted } : {}
  if (tenantId === undefined) return { why: 'expired', ...claims }
  return wasServed ? { why: 'tenant', tenantId, ...claims } : undefined
}

/** What ARM refuses a token for; it may not say, or the browser may not be able to read it. */
function challengeOf(tenantId: string | undefined, claims: string | undefined): SignInNeed {
  if (claims !== undefined) return { why: 'challenge', ...(tenantId && { tenantId }), claims }
  return tenantId === undefined ? { why: 'expired' } : { why: 'tenant', tenantId }
}

function withTarget(error: HubError, tenantId: string | undefined): HubError {
  return tenantId === undefined ? error : { ...error, target: `/tenants/${tenantId}` }
}

/** An application of one directory is unknown in every other one: that is how it is meant, and nothing to mend. */
const UNKNOWN_THERE: ReadonlySet<string> = new Set(['ClientNotFound', 'SingleTenantApp'])
const NOT_SERVED = {
  code: 'DirectoryNotServed',
  message: 'This directory does not know the app registration, which is for one directory.',
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

const NOT_ENOUGH: HubError = {
  kind: 'auth',
  code: 'SignInNotEnough',
  message:
    'Azure refuses this with your sign-in, although you have signed in for it twice. Another sign-in would give the same. Azure may ask for what this browser cannot read: the self-test tells.',
  details: [],
  signIn: 'refused',
}

const SIGNED_OUT: HubError = {
  kind: 'auth',
  code: 'SignInNeeded',
  message: 'Nobody is signed in. Sign in to go on.',
  details: [],
}
