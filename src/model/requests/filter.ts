import { readRequestAddress } from './address.ts'
import type { LoggedRequest } from './logged-request.ts'

export interface RequestFilter {
  /** Every word of it is in the address, the status, ARM's code or an id. */
  text: string
  /** Any, when absent. */
  method?: string
  onlyFailures: boolean
}

export const NO_FILTER: RequestFilter = { text: '', onlyFailures: false }

/** What matches, in the order given. */
export function filterRequests(
  requests: readonly LoggedRequest[],
  { text, method, onlyFailures }: RequestFilter,
): readonly LoggedRequest[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0 && method === undefined && !onlyFailures) return requests
  return requests.filter(
    (request) =>
      (method === undefined || request.method === method) &&
      (!onlyFailures || isFailure(request)) &&
      words.every((word) => searched(request).includes(word)),
  )
}

/** Refused, or met nobody. What the app itself no longer wanted is none. */
export function isFailure({ outcome }: LoggedRequest): boolean {
  return outcome.is === 'unanswered' || (outcome.is === 'answered' && outcome.error !== undefined)
}

function searched({ url, headers, outcome }: LoggedRequest): string {
  const { path, query } = readRequestAddress(url)
  const parts = [
    path,
    ...query.map(({ name, value }) => `${name}=${value}`),
    headers['x-ms-client-request-id'],
  ]
  if (outcome.is === 'answered')
    parts.push(
      String(outcome.status),
      outcome.error?.code,
      outcome.correlationId,
      outcome.headers['x-ms-request-id'],
    )
  if (outcome.is === 'unanswered') parts.push(outcome.error.code)
  return parts.join(' ').toLowerCase()
}
