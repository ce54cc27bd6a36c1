import type { Json } from '../../lib/json.ts'
import type { HubError } from '../errors.ts'

/** One request to ARM, without its token and without secrets. Times are milliseconds. */
export interface LoggedRequest {
  /** Counts up from 1. */
  id: number
  /** When it was sent, since the epoch. */
  at: number
  /** How long it waited for its turn before that: no more than eight of a subscription are on their way at once. */
  waited: number
  /** 1, or more where the same request was sent again after ARM throttled it or failed. */
  attempt: number
  method: string
  /** Absolute and encoded. A literal `…` stands where a signature, a token or a part of kilobytes was cut. */
  url: string
  headers: Readonly<Record<string, string>>
  body: LoggedBody
  outcome: RequestOutcome
}

/** A request before it is sent, to be read and copied. */
export interface ShownRequest extends Pick<LoggedRequest, 'method' | 'url' | 'body'> {
  /** The shared key of the connection that is put goes with it, and is not shown. */
  lacksKey?: true
}

export type RequestOutcome =
  | { is: 'waiting' }
  | {
      is: 'answered'
      status: number
      milliseconds: number
      correlationId?: string
      /** ARM's refusal, for a status of 400 and above. */
      error?: HubError
      headers: Readonly<Record<string, string>>
      body: LoggedBody
    }
  /** Nothing answered. */
  | { is: 'unanswered'; milliseconds: number; error: HubError }
  /** The app no longer wanted it: a page was left. */
  | { is: 'aborted'; milliseconds: number }

/** A body as the log keeps it. Where a secret stood there is a text like `<shared key>`. */
export type LoggedBody =
  | { is: 'none' }
  | { is: 'json'; json: Json }
  /**
   * `notRecorded`: answers to reads are kept only while somebody looks. `long`: above what is kept of one. `notJson`:
   * what has no members cannot be searched for secrets. `old`: made room for newer ones.
   */
  | { is: 'notKept'; why: 'notRecorded' | 'long' | 'notJson' | 'old'; characters: number }

/** What was sent since the log began or was cleared; more than the log keeps. */
export interface RequestCounts {
  requests: number
  /** Answered with a status of 400 and above. */
  refused: number
  /** Met nobody: a lost network, a blocked address. */
  unanswered: number
  /** Sent again. */
  retried: number
  /** When the first of them was sent; absent before. */
  since?: number
}
