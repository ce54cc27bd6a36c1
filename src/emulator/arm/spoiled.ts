import type { NewGuid } from '../clock.ts'
import type { Fault } from '../wire/control.ts'
import type { Answer } from './answer.ts'
import { gatewayError, networkError } from './refusals.ts'

/** The kinds of fault that answer in place of the emulator. */
export const SPOILING = ['status', 'throttled', 'busy', 'expiredToken'] as const

type Spoiling = Extract<Fault, { kind: (typeof SPOILING)[number] }>

/** The answer that a fault gives to a request, and why ARM would. */
export function spoiledBy(fault: Spoiling, asked: { method: string; newGuid: NewGuid }): Answer {
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

/** Form of the header documented, code and text unverified (ARM contract 5). */
function expired(): Answer {
  const why = 'The access token expiry UTC time is earlier than current UTC time.'
  return {
    ...gatewayError(401, 'ExpiredAuthenticationToken', why),
    headers: {
      'WWW-Authenticate':
        'Bearer authorization_uri="https://login.microsoftonline.com/organizations", error="invalid_token", ' +
        `error_description="${why}"`,
    },
  }
}
