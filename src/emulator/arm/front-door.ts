import type { Estate } from '../estates/estate.ts'
import type { Caller } from './caller.ts'
import { gatewayError, subscriptionNotFound, unauthorized } from './refusals.ts'
import { isInTenant, tenantOf, wrongTenant } from './tenants.ts'
import type { Answer } from './answer.ts'
import { query } from './exchange.ts'

const WELL_FORMED = /^\d{4}-\d{2}-\d{2}(-[a-z]+)?$/i

/**
 * What ARM checks before it looks at the path: bearer token, api-version, subscription and that the token is for its
 * directory. Any bearer and any well-formed version will do (ARM contract 2; exact codes unverified).
 */
export function refuseAtTheDoor(
  request: Request,
  url: URL,
  segments: string[],
  estate: Estate,
  caller: Caller,
): Answer | undefined {
  return refuseCaller(request, estate) ?? refuseVersion(url) ?? refuseSubscription(segments, estate, caller)
}

function refuseCaller(request: Request, estate: Estate): Answer | undefined {
  if (/^bearer\s+\S+/i.test(request.headers.get('Authorization') ?? '')) return undefined
  return unauthorized(
    'AuthenticationFailed',
    "Authentication failed. The 'Authorization' header is missing.",
    `https://login.microsoftonline.com/${estate.tenant.tenantId}`,
    "The authentication failed because of missing 'Authorization' header.",
  )
}

function refuseVersion(url: URL): Answer | undefined {
  const version = query(url, 'api-version')
  if (version === undefined || version === '') {
    return gatewayError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    )
  }
  if (WELL_FORMED.test(version)) return undefined
  return gatewayError(400, 'InvalidApiVersionParameter', `The api-version '${version}' is invalid.`)
}

function refuseSubscription(segments: string[], estate: Estate, caller: Caller): Answer | undefined {
  const [first, subscriptionId] = segments
  if (first?.toLowerCase() !== 'subscriptions' || subscriptionId === undefined) return undefined
  const known = estate.subscriptions.find(
    (one) => one.subscriptionId.toLowerCase() === subscriptionId.toLowerCase(),
  )
  if (known === undefined) return subscriptionNotFound(subscriptionId)
  if (isInTenant(estate, caller, known)) return undefined
  return wrongTenant(tenantOf(estate, known), caller.tenantId ?? '')
}
