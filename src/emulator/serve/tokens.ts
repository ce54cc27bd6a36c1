import { createRemoteJWKSet, decodeJwt, errors, type JWTPayload, jwtVerify } from 'jose'
import { gatewayError } from '../arm/refusals.ts'
import type { Answer } from '../arm/answer.ts'
import type { Clock } from '../clock.ts'

/** Undefined: the token will do. */
export type CheckToken = (request: Request) => Promise<Answer | undefined>

/** What ARM lists in its own message about a wrong audience (published in reports). */
const AUDIENCES = [
  'https://management.core.windows.net/',
  'https://management.core.windows.net',
  'https://management.azure.com/',
  'https://management.azure.com',
]

/**
 * Bearer tokens as ARM wants them: a JSON web token that has not expired, for ARM's audience, and signed by one of the
 * keys at `jwks` where that is given. 401 otherwise; codes and messages as published in reports, not recorded.
 * @param jwks address of a JSON web key set; without it the signature is not looked at
 */
export function requireToken(clock: Clock, jwks: URL | undefined): CheckToken {
  const keys = jwks && createRemoteJWKSet(jwks)
  return async (request) => {
    const token = /^bearer\s+(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]
    // A missing header is refused behind this door, as it is without it.
    if (token === undefined) return undefined
    const currentDate = new Date(clock())
    try {
      const claims = keys ? (await jwtVerify(token, keys, { currentDate })).payload : decodeJwt(token)
      return refuseClaims(claims, currentDate)
    } catch (error) {
      if (error instanceof errors.JWTExpired) return expired(error.payload.exp, currentDate)
      return unauthorized('InvalidAuthenticationToken', 'The access token is invalid.')
    }
  }
}

function refuseClaims({ exp, aud }: JWTPayload, now: Date): Answer | undefined {
  if (exp === undefined || exp * 1000 <= now.getTime()) return expired(exp, now)
  const audiences = [aud ?? []].flat()
  if (audiences.some((one) => AUDIENCES.includes(one))) return undefined
  return unauthorized(
    'InvalidAuthenticationTokenAudience',
    `The access token has been obtained for wrong audience or resource '${audiences.join(', ')}'. It should exactly match ` +
      `with one of the allowed audiences ${AUDIENCES.map((one) => `'${one}'`).join(',')}.`,
  )
}

function expired(exp: number | undefined, now: Date): Answer {
  const end = exp === undefined ? 'unknown' : new Date(exp * 1000).toISOString()
  return unauthorized(
    'ExpiredAuthenticationToken',
    `The access token expiry UTC time '${end}' is earlier than current UTC time '${now.toISOString()}'.`,
  )
}

function unauthorized(code: string, message: string): Answer {
  const challenge = `Bearer authorization_uri="https://login.microsoftonline.com/", error="invalid_token", error_description="${message}"`
  return { ...gatewayError(401, code, message), headers: { 'WWW-Authenticate': challenge } }
}
