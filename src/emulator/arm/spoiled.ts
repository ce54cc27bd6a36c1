import type { NewGuid } from '../clock.ts'
import type { Fault } from '../wire/control.ts'
import type { Answer } from './answer.ts'
import { gatewayError, networkError, unauthorized } from './refusals.ts'

/** The kinds of fault that answer in place of the emulator. */
export const SPOILING = ['status', 'throttled', 'busy', 'expiredToken', 'challenge'] as const

type Spoiling = Extract<Fault, { kind: (typeof SPOILING)[number] }>

/** The answer that a fault gives to a request, and why ARM would. */
export function spoiledBy(fault: Spoiling, asked: { method: string; newGuid: NewGuid; now: number }): Answer {
  switch (fault.kind) {
    case 'status': {
      const made = networkError(fault.status, fault.code, fault.message)
      return fault.retryAfter === undefined ? made : retryAfter(made, fault.retryAfter)
    }
    case 'throttled':
      return retryAfter(tooMany(asked.method, fault.retryAfter), fault.retryAfter)
    case 'busy':
      return held(asked.newGuid)
    case 'expiredToken':
      return expired()
    case 'challenge':
      return challenge(asked.now)
  }
}

function retryAfter(answer: Answer, seconds: number): Answer {
  return { ...answer, headers: { ...answer.headers, 'Retry-After': String(seconds) } }
}

/** Status and header documented (ARM contract 5 and 13); code and text unverified. */
function tooMany(method: string, seconds: number): Answer {
  const what = method === 'GET' || method === 'HEAD' ? 'read' : method === 'DELETE' ? 'delete' : 'write'
  return gatewayError(
    429,
    'SubscriptionRequestsThrottled',
    `The number of '${what}' requests of this subscription is exceeded. Please try again after '${seconds}' seconds.`,
  )
}

/** As recorded on the PUT of a gateway whose NAT rule was being written (recorded behaviour 3). */
function held(newGuid: NewGuid): Answer {
  return networkError(429, 'RetryableError', 'A retryable error occurred.', [
    {
      code: 'RetryableErrorDueToAnotherOperation',
      message:
        `Operation PutVirtualNetworkGatewayOperation (${newGuid()}) is updating resource ${newGuid()}. ` +
        'The call can be retried in 11 seconds.',
    },
  ])
}

const AUTHORITY = 'https://login.microsoftonline.com/organizations'

/** Form of the header documented, code and text unverified (ARM contract 5). */
function expired(): Answer {
  const why = 'The access token expiry UTC time is earlier than current UTC time.'
  return unauthorized('ExpiredAuthenticationToken', why, AUTHORITY, why)
}

/**
 * A claims challenge of continuous access evaluation: the token has to be made after this moment. Form of the header
 * documented (ARM contract 5), code and text unverified.
 */
function challenge(now: number): Answer {
  const claims = { access_token: { nbf: { essential: true, value: String(Math.floor(now / 1000)) } } }
  return {
    ...gatewayError(
      401,
      'InvalidAuthenticationToken',
      'Continuous access evaluation resulted in challenge with result: InteractionRequired and code: TokenIssuedBeforeRevocationTimestamp',
    ),
    headers: {
      'WWW-Authenticate':
        `Bearer realm="", authorization_uri="${AUTHORITY}", error="insufficient_claims", ` +
        `claims="${btoa(JSON.stringify(claims))}"`,
    },
  }
}
