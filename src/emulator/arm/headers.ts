import type { NewGuid } from '../clock.ts'
import type { Answer } from './answer.ts'

/** The headers every answer of ARM carries (ARM contract 4). */
export function commonHeaders(
  request: Request,
  answer: Answer,
  now: number,
  newGuid: NewGuid,
  requestId: string = newGuid(),
): Record<string, string> {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const headers: Record<string, string> = {
    'Cache-Control': 'no-cache',
    Pragma: 'no-cache',
    Expires: '-1',
    Date: new Date(now).toUTCString(),
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'X-Content-Type-Options': 'nosniff',
    'x-ms-request-id': requestId,
    'x-ms-correlation-request-id': correlationIdOf(request, requestId),
    'x-ms-routing-request-id': `EMULATOR:${stamp}:${requestId}`,
    ...rateLimit(request.method),
  }
  if (answer.by !== 'gateway') headers['x-ms-arm-service-request-id'] = newGuid()
  if (answer.status >= 400 && answer.by === 'gateway') headers['x-ms-failure-cause'] = 'gateway'
  const clientRequestId = request.headers.get('x-ms-client-request-id')
  if (request.headers.get('x-ms-return-client-request-id') === 'true' && clientRequestId !== null) {
    headers['x-ms-client-request-id'] = clientRequestId
  }
  return headers
}

/** The one the client sent; otherwise the request's own. */
export function correlationIdOf(request: Request, requestId: string): string {
  return request.headers.get('x-ms-correlation-request-id') ?? requestId
}

/** Made-up remainders: the emulator does not throttle unless a fault says so. */
function rateLimit(method: string): Record<string, string> {
  if (method === 'GET' || method === 'HEAD') return { 'x-ms-ratelimit-remaining-subscription-reads': '249' }
  if (method === 'DELETE') return { 'x-ms-ratelimit-remaining-subscription-deletes': '199' }
  return { 'x-ms-ratelimit-remaining-subscription-writes': '199' }
}

const UNEXPOSED = /^(azure-async|location$|retry-after|www-authenticate$|x-ms-)/

/**
 * Takes away what a browser may not read when ARM exposes no headers of operations, limits and sign-in. Which ones ARM
 * exposes is not documented; this is the worst case (ARM contract 8).
 */
export function hideHeaders(headers: Headers): void {
  const hidden = [...headers.keys()].filter((name) => UNEXPOSED.test(name))
  for (const name of hidden) headers.delete(name)
}
