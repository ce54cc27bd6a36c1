import type { LoggedRequest } from '../model/inventory.ts'
import { errorFromAnswer } from './arm-error.ts'
import type { Clock, Send } from './transport.ts'

const KEPT = 500

/** What went to ARM, newest last: the app's own network tab, the same in every mode. */
export interface RequestLog {
  subscribe(listener: () => void): () => void
  /** The same array until something changes. */
  getSnapshot(): readonly LoggedRequest[]
}

/**
 * Keeps the last 500 requests: no bodies, no headers. Addresses are cleaned and copies made only when somebody looks.
 * @returns the log, and `logged`, which puts a Send under its eyes
 */
export function createRequestLog(clock: Clock): RequestLog & { logged(send: Send): Send } {
  const ring: LoggedRequest[] = []
  const listeners = new Set<() => void>()
  const cleaned = new WeakMap<LoggedRequest, string>()
  let snapshot: readonly LoggedRequest[] | undefined
  let next = 1
  const changed = () => {
    snapshot = undefined
    for (const listener of listeners) listener()
  }
  const cleanUrl = (entry: LoggedRequest) => {
    const url = cleaned.get(entry) ?? shownUrl(entry.url)
    cleaned.set(entry, url)
    return url
  }
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot() {
      snapshot ??= ring.map((entry) => ({ ...entry, url: cleanUrl(entry) }))
      return snapshot
    },
    logged: (send) => async (request, signal) => {
      const entry: LoggedRequest = { id: next++, at: clock(), method: request.method, url: request.url }
      ring.push(entry)
      if (ring.length > KEPT) ring.shift()
      changed()
      try {
        const answer = await send(request, signal)
        entry.status = answer.status
        entry.correlationId = answer.headers['x-ms-correlation-request-id']
        if (answer.status >= 400) entry.code = errorFromAnswer(answer).code
        return answer
      } finally {
        entry.milliseconds = clock() - entry.at
        changed()
      }
    },
  }
}

/** Path and query without the host; signatures and tokens are cut, since operation URLs run to kilobytes. */
export function shownUrl(url: string): string {
  if (!URL.canParse(url)) return shorten(url)
  const { pathname, searchParams } = new URL(url)
  const query = [...searchParams].map(([name, value]) => {
    const secret = /^(sig|s|c|h|t|token|code|key|\$?skiptoken)$/i.test(name)
    return `${name}=${secret ? '…' : shorten(value, 120)}`
  })
  const path = pathname.split('/').map((part) => shorten(part, 80))
  return path.join('/') + (query.length > 0 ? `?${query.join('&')}` : '')
}

function shorten(text: string, longest = 200): string {
  return text.length > longest ? `${text.slice(0, 12)}…` : text
}
