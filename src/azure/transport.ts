import { onAbort } from '../lib/abort.ts'
import { HubFailure } from '../model/errors.ts'

export interface WireRequest {
  /** Absolute. */
  url: string
  method: string
  headers: Record<string, string>
  body?: string
  /** Directory whose token it goes with, where its address does not tell; no part of what is sent. */
  tenantId?: string
}

export interface WireAnswer {
  status: number
  /** Names in lower case. A header a browser may not read is absent. */
  headers: Record<string, string>
  body: string
}

/**
 * The one seam between the app and Azure Resource Manager: the browser's fetch, the emulator's worker, or a test.
 * Rejects with `noAnswer` when nothing answered, and when the signal aborts; every HTTP status is an answer. Whatever else
 * it rejects with is a fault of the app.
 */
export type Send = (request: WireRequest, signal?: AbortSignal) => Promise<WireAnswer>

/** Milliseconds since the epoch. */
export type Clock = () => number

/** Waits; rejects with the signal's reason when it aborts. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/**
 * Sends with the browser's own fetch: no cookies, no referrer, no cache. What makes no request at all is thrown as it is;
 * what goes wrong with one is no answer, whatever words the browser has for it: some are in the person's language.
 */
export function fetchSend(fetch: typeof globalThis.fetch): Send {
  return async ({ url, method, headers, body }, signal) => {
    const request = new Request(url, {
      method,
      headers,
      body,
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    try {
      const answer = await fetch(request)
      return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
    } catch (thrown) {
      throw signal?.aborted ? thrown : noAnswer(thrown)
    }
  }
}

/** No answer came, or not all of it: a lost network, a blocked address, a connection that dropped or took too long. */
export function noAnswer(cause?: unknown): HubFailure {
  const failure = new HubFailure({
    kind: 'network',
    code: 'NoAnswer',
    message: 'Azure Resource Manager did not answer. The network, a proxy or the service may be down.',
    details: [],
  })
  failure.cause = cause
  return failure
}

/**
 * Refuses every host but ARM's, so that a token never leaves for an address found in an answer (`nextLink`,
 * operation URLs), and spells header names in lower case.
 * @throws HubFailure `ForeignAddress` for any other origin
 */
export function onlyTo(endpoint: string, send: Send): Send {
  const { origin } = new URL(endpoint)
  return async (request, signal) => {
    signal?.throwIfAborted()
    if (!URL.canParse(request.url) || new URL(request.url).origin !== origin) {
      throw new HubFailure({
        // There was an answer: it is what cannot be used.
        kind: 'server',
        code: 'ForeignAddress',
        message: 'An answer pointed to an address outside Azure Resource Manager. It was not followed.',
        details: [],
      })
    }
    const answer = await send(request, signal)
    const headers: Record<string, string> = {}
    for (const [name, value] of Object.entries(answer.headers)) headers[name.toLowerCase()] = value
    return { ...answer, headers }
  }
}

/** The real passing of time. */
export const timerSleep: Sleep = (milliseconds, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(abortReason(signal))
      return
    }
    const timer = setTimeout(() => {
      stop()
      resolve()
    }, milliseconds)
    const stop = onAbort(signal, () => {
      clearTimeout(timer)
      if (signal) reject(abortReason(signal))
    })
  })

function abortReason(signal: AbortSignal): Error {
  return signal.reason instanceof Error ? signal.reason : new DOMException('Aborted', 'AbortError')
}
