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
 * Rejects when nothing answered and when the signal aborts; every HTTP status is an answer.
 */
export type Send = (request: WireRequest, signal?: AbortSignal) => Promise<WireAnswer>

/** Milliseconds since the epoch. */
export type Clock = () => number

/** Waits; rejects with the signal's reason when it aborts. */
export type Sleep = (milliseconds: number, signal?: AbortSignal) => Promise<void>

/** Sends with the browser's own fetch: no cookies, no referrer, no cache. */
export function fetchSend(fetch: typeof globalThis.fetch): Send {
  return async ({ url, method, headers, body }, signal) => {
    const answer = await fetch(url, {
      method,
      headers,
      body,
      signal,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    })
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.text() }
  }
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
        kind: 'network',
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
