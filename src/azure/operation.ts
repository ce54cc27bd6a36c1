import { isJsonObject, type Json } from '../lib/json.ts'
import type { HubError } from '../model/errors.ts'
import { typeOfId } from '../model/paths.ts'
import { parseJson } from './arm-error.ts'
import { withoutSecrets } from './secrets.ts'

export interface WriteRequest {
  method: 'PUT' | 'PATCH' | 'DELETE' | 'POST'
  /** ARM id of the resource. */
  id: string
  /** What stands after the id: `reset` or `getLearnedRoutes` for POST, `sharedkey` for PUT, which then is a change of the resource. */
  action?: string
  query?: Record<string, string>
  /** In wire shape. */
  body?: Json
  /** See `RawRequest`. */
  ifMatch?: string
  apiVersion?: string
}

/** All that is needed to go on watching after a reload. Plain data; the addresses are opaque and kept as they are. */
export interface OperationRecord {
  resourceId: string
  method: WriteRequest['method']
  action?: string
  apiVersion?: string
  /** `Azure-AsyncOperation`; absent where ARM sent none or the browser may not read it. */
  operationUrl?: string
  /** `Location`. */
  resultUrl?: string
  /** Milliseconds since the epoch. */
  startedAt: number
  /** What Azure support asks for. */
  requestId?: string
  /** What the first answer asked to wait. */
  retryAfterSeconds?: number
}

export type Started =
  /** Done at once. */
  | { state: 'settled'; result: Json | undefined }
  /** Accepted and going on; `body` is the resource as it now stands, on PUT and PATCH. */
  | { state: 'running'; operation: OperationRecord; body: Json | undefined }
  /** Accepted, but no header that tells how it goes on can be read. */
  | { state: 'untracked' }
  /** Sent, but its answer was lost: Azure may have accepted it or not. The resource tells; sending again may do it twice. */
  | { state: 'unanswered'; error: HubError }

export type Polled =
  | { state: 'running'; retryAfterSeconds?: number }
  | { state: 'succeeded'; result: Json | undefined }
  /** Azure ended it, and says why. */
  | { state: 'failed'; error: HubError }
  /** Nothing is known of the operation just now; it may well go on. */
  | { state: 'unreachable'; error: HubError; retryAfterSeconds?: number }
  /** Azure tells no more of it, so how it ended will not be known: the resource tells what it did. */
  | { state: 'unknown'; error: HubError }

/** A result made usable: JSON inside a string is parsed, and a resource comes without its secrets. */
export function resultOf(resourceId: string, result: Json | undefined): Json | undefined {
  // `PUT <connection>/sharedkey` answers with the key itself, and a reset may.
  if (/\/sharedkeys?(\/reset|\/default)?$/i.test(resourceId)) return undefined
  if (typeof result === 'string') return /^\s*[[{]/.test(result) ? (parseJson(result) ?? result) : result
  if (!isJsonObject(result)) return result
  // Only the answer that is the resource itself; what an action was asked for is handed over as it came.
  return typeof result.id === 'string'
    ? withoutSecrets(typeOfId(result.id) ?? typeOfId(resourceId) ?? '', result)
    : result
}
