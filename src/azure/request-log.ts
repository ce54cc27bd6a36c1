import type {
  LoggedBody,
  LoggedRequest,
  RequestCounts,
  RequestOutcome,
} from '../model/requests/logged-request.ts'
import { isRead } from '../model/requests/read.ts'
import { errorFromAnswer, errorFromThrown } from './arm-error.ts'
import { cleanUrl, loggedBody, shownHeaders } from './logged-parts.ts'
import type { Clock, Send, WireAnswer, WireRequest } from './transport.ts'

/** Requests that are kept. */
const KEPT = 500

/** Characters of bodies that are kept, of all requests together. */
const KEPT_BODIES = 4_000_000

/** What went to ARM, newest last: the app's own network tab, the same in every mode. */
export interface RequestLog {
  /** Calls back after every change, with nothing made ready: a counter costs a call. */
  subscribe(listener: () => void): () => void
  /** The same array until something changes. */
  getSnapshot(): readonly LoggedRequest[]
  /** Of everything since the log began; kept as it happens, not counted anew. The same object until it changes. */
  getCounts(): RequestCounts
  /**
   * From now on the answers to reads are kept too, until what it returns is called. Bodies of writes and of refusals
   * always are. None holds a secret, and old ones make room for new ones.
   */
  recordBodies(): () => void
  clear(): void
}

/** The log, and the two places of the transport it looks from. */
interface Logging extends RequestLog {
  /** Around what makes requests wait. */
  queued(send: Send): Send
  /** Around what sends. */
  logged(send: Send): Send
}

const NO_COUNTS: RequestCounts = { requests: 0, refused: 0, unanswered: 0, retried: 0 }

/**
 * Keeps the last 500 requests. Addresses, headers and bodies are cleaned where they enter: no secret is ever in the
 * log's memory. While nobody looks an answer to a read costs its line and no look at its body.
 */
export function createRequestLog(clock: Clock): Logging {
  const ring: LoggedRequest[] = []
  const listeners = new Set<() => void>()
  const sent = new WeakMap<WireRequest, { queuedAt: number; attempts: number }>()
  const bodySizes: { id: number; side: 'request' | 'answer'; characters: number }[] = []
  let snapshot: readonly LoggedRequest[] | undefined
  let counts = NO_COUNTS
  let next = 1
  let firstCounted = 1
  let bodyCharacters = 0
  let recording = 0

  const changed = () => {
    snapshot = undefined
    for (const listener of listeners) listener()
  }
  const change = (id: number, to: (entry: LoggedRequest) => LoggedRequest) => {
    const index = id - (ring[0]?.id ?? next)
    const entry = ring[index]
    if (entry) ring[index] = to(entry)
  }
  // Oldest bodies go first; their requests stay.
  const makeRoom = () => {
    while (bodyCharacters > KEPT_BODIES || bodySizes.length > KEPT) {
      const oldest = bodySizes.shift()
      if (!oldest) return
      bodyCharacters -= oldest.characters
      change(oldest.id, (entry) => withoutBody(entry, oldest))
    }
  }
  const keep = (
    id: number,
    side: 'request' | 'answer',
    url: string,
    text: string | undefined,
  ): LoggedBody => {
    const body = loggedBody(url, text)
    if (body.is !== 'json' || text === undefined) return body
    bodySizes.push({ id, side, characters: text.length })
    bodyCharacters += text.length
    return body
  }
  const answered = (
    id: number,
    request: WireRequest,
    answer: WireAnswer,
    milliseconds: number,
  ): RequestOutcome => {
    const { status, headers, body } = answer
    const error = status >= 400 ? errorFromAnswer(answer) : undefined
    const wanted = recording > 0 || error !== undefined || !isRead(request)
    return {
      is: 'answered',
      status,
      milliseconds,
      correlationId: headers['x-ms-correlation-request-id'],
      ...(error && { error }),
      headers: shownHeaders(headers),
      body: wanted
        ? keep(id, 'answer', request.url, body)
        : body === ''
          ? { is: 'none' }
          : { is: 'notKept', why: 'notRecorded', characters: body.length },
    }
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot() {
      snapshot ??= [...ring]
      return snapshot
    },
    getCounts: () => counts,
    recordBodies() {
      recording++
      let isOn = true
      return () => {
        if (isOn) recording--
        isOn = false
      }
    },
    clear() {
      ring.length = 0
      bodySizes.length = 0
      bodyCharacters = 0
      firstCounted = next
      counts = NO_COUNTS
      changed()
    },
    queued: (send) => (request, signal) => {
      // The same object comes again when it is repeated.
      sent.set(request, { queuedAt: clock(), attempts: sent.get(request)?.attempts ?? 0 })
      return send(request, signal)
    },
    logged: (send) => async (request, signal) => {
      const id = next++
      const at = clock()
      const { queuedAt, attempts } = sent.get(request) ?? { queuedAt: at, attempts: 0 }
      const attempt = attempts + 1
      sent.set(request, { queuedAt, attempts: attempt })
      ring.push({
        id,
        at,
        waited: at - queuedAt,
        attempt,
        method: request.method,
        url: cleanUrl(request.url),
        headers: shownHeaders(lowerCased(request.headers)),
        body: keep(id, 'request', request.url, request.body),
        outcome: { is: 'waiting' },
      })
      if (ring.length > KEPT) ring.shift()
      const since = counts.since ?? at
      const retried = counts.retried + (attempt > 1 ? 1 : 0)
      counts = { ...counts, since, requests: counts.requests + 1, retried }
      changed()
      const end = (outcome: RequestOutcome) => {
        change(id, (entry) => ({ ...entry, outcome }))
        if (outcome.is === 'answered' && outcome.error) counts = { ...counts, refused: counts.refused + 1 }
        if (outcome.is === 'unanswered') counts = { ...counts, unanswered: counts.unanswered + 1 }
        makeRoom()
        changed()
      }
      try {
        const answer = await send(request, signal)
        if (id >= firstCounted) end(answered(id, request, answer, clock() - at))
        return answer
      } catch (thrown) {
        const milliseconds = clock() - at
        if (id < firstCounted) throw thrown
        if (signal?.aborted) end({ is: 'aborted', milliseconds })
        else end({ is: 'unanswered', milliseconds, error: errorFromThrown(thrown, undefined) })
        throw thrown
      }
    },
  }
}

/** The SDK spells its headers with capitals. */
function lowerCased(headers: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function withoutBody(
  entry: LoggedRequest,
  { side, characters }: { side: 'request' | 'answer'; characters: number },
): LoggedRequest {
  const old: LoggedBody = { is: 'notKept', why: 'old', characters }
  if (side === 'request') return { ...entry, body: old }
  const { outcome } = entry
  return outcome.is === 'answered' ? { ...entry, outcome: { ...outcome, body: old } } : entry
}
