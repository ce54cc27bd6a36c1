import { compactVerify, createRemoteJWKSet, decodeJwt, type JWTPayload } from 'jose'
import { unauthorized as refused } from '../arm/refusals.ts'
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
 * Bearer tokens as ARM wants them: a JSON web token that is valid now, for ARM's audience, and signed by one of the keys at
 * `jwks` where that is given. 401 otherwise; codes and messages as published in reports, not recorded.
 * @param jwks address of a JSON web key set; without it the signature is not looked at
 */
export function requireToken(clock: Clock, jwks: URL | undefined): CheckToken {
  const keys = jwks && createRemoteJWKSet(jwks)
  return async (request) => {
    const token = /^bearer\s+(\S+)$/i.exec(request.headers.get('Authorization') ?? '')?.[1]
    // A missing header is refused behind this door, as it is without it.
    if (token === undefined) return undefined
    try {
      if (keys) await compactVerify(token, keys)
      return refuseClaims(decodeJwt(token), new Date(clock()))
    } catch {
      return invalid()
    }
  }
}

/** Claims are the caller's: by their types they are what a token should have, here they may be anything. */
function refuseClaims({ exp, nbf, aud }: JWTPayload, now: Date): Answer | undefined {
  const ends = timeOf(exp)
  if (ends === undefined) return invalid()
  if (ends <= now) return expired(ends, now)
  const begins = nbf === undefined ? now : timeOf(nbf)
  if (begins === undefined || begins > now) return invalid()
  const audiences = [aud ?? []].flat()
  if (audiences.some((one) => AUDIENCES.includes(one))) return undefined
  const what = 'The access token has been obtained for wrong audience or resource'
  return unauthorized(
    'InvalidAuthenticationTokenAudience',
    `${what} '${audiences.join(', ')}'. It should exactly match ` +
      `with one of the allowed audiences ${AUDIENCES.map((one) => `'${one}'`).join(',')}.`,
    `${what}.`,
  )
}

/** Seconds since 1970, as claims have times; undefined for anything else. */
function timeOf(seconds: unknown): Date | undefined {
  const time = typeof seconds === 'number' ? new Date(seconds * 1000) : undefined
  return time === undefined || Number.isNaN(time.getTime()) ? undefined : time
}

function invalid(): Answer {
  const message = 'The access token is invalid.'
  return unauthorized('InvalidAuthenticationToken', message, message)
}

function expired(ends: Date, now: Date): Answer {
  const what = 'The access token expiry UTC time'
  const than = 'is earlier than current UTC time'
  return unauthorized(
    'ExpiredAuthenticationToken',
    `${what} '${ends.toISOString()}' ${than} '${now.toISOString()}'.`,
    `${what} ${than}.`,
  )
}

/** @param description without a word of the token: a header takes neither quotes nor every letter */
function unauthorized(code: string, message: string, description: string): Answer {
  return refused(code, message, 'https://login.microsoftonline.com/', description)
}
