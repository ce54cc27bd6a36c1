import { err, ok, type Result } from '../lib/result.ts'
import type { HubError } from '../model/errors.ts'
import { errorFromOperation, retryAfter } from './arm-error.ts'
import { type OperationRecord, type Polled, resultOf, type Started, type WriteRequest } from './operation.ts'
import { pollOnce, stateOf } from './operation-poll.ts'
import type { Raw, RawAnswer } from './raw.ts'
import type { Clock, Sleep } from './transport.ts'

export interface FollowOptions {
  signal?: AbortSignal
  /** After each look at it. */
  onTick?: (polled: Polled) => void
}

export interface Operations {
  /** Sends a write or an action and tells how it goes on. Bodies come back without secrets. */
  start(request: WriteRequest, signal?: AbortSignal): Promise<Result<Started, HubError>>
  /** Until it is time to look again: as long as ARM asks for, and a minute at least where nobody looks. */
  wait(seconds: number | undefined, signal?: AbortSignal): Promise<void>
  /** Looks once. */
  poll(operation: OperationRecord, signal?: AbortSignal): Promise<Polled>
  /**
   * Looks until it has ended, as often as ARM asks for. Ends `unreachable` where signing in or rights are needed, and
   * after a dozen looks in a row that failed, which takes seven to nine minutes, more in a hidden tab or where Azure asks to
   * wait; the same record can be followed again.
   */
  follow(operation: OperationRecord, options?: FollowOptions): Promise<Exclude<Polled, { state: 'running' }>>
}

export interface OperationTimes {
  clock: Clock
  sleep: Sleep
  /** Between two looks when ARM names no time, or zero. */
  pollIntervalMs(): number
  /** Nobody looks: once a minute is enough. */
  hidden(): boolean
}

const HIDDEN_MS = 60_000

/** Until it is noticed that somebody looks again. */
const GLANCE_MS = 5_000

/** Failed looks in a row until following ends. */
const MOST_MISSES = 12

/** The one client of long-running operations: see arm contract, order of Azure-AsyncOperation, Location, provisioningState. */
export function createOperations(raw: Raw, times: OperationTimes): Operations {
  /** Where nobody looks a minute at least, or until somebody does. */
  const pause = async (asked: number, signal?: AbortSignal): Promise<void> => {
    await times.sleep(asked, signal)
    for (let waited = asked; waited < HIDDEN_MS && times.hidden(); waited += GLANCE_MS)
      await times.sleep(GLANCE_MS, signal)
  }
  const wait: Operations['wait'] = (seconds, signal) =>
    pause(seconds ? seconds * 1000 : times.pollIntervalMs(), signal)
  const poll: Operations['poll'] = (operation, signal) => pollOnce(raw, operation, times.clock, signal)
  return {
    async start(request, signal) {
      const { method, id, action, query, body, ifMatch, apiVersion } = request
      const path = action === undefined ? id : `${id}/${action}`
      const answer = await raw.request({ method, path, query, body, ifMatch, apiVersion }, signal)
      if (answer.ok) return started(request, answer.value, times.clock())
      return isUndecided(answer.error)
        ? ok({ state: 'unanswered', error: { ...answer.error, target: id } })
        : answer
    },
    wait,
    poll,
    async follow(operation, { signal, onTick } = {}) {
      let seconds = operation.retryAfterSeconds
      for (let misses = 0; ;) {
        await wait(seconds, signal)
        const polled = await poll(operation, signal)
        onTick?.(polled)
        switch (polled.state) {
          case 'running':
            misses = 0
            seconds = polled.retryAfterSeconds
            break
          case 'unreachable':
            if (++misses === MOST_MISSES || isForAPerson(polled.error)) return polled
            seconds = polled.retryAfterSeconds ?? Math.min(2 ** misses, 60)
            break
          case 'succeeded':
          case 'failed':
          case 'unknown':
            return polled
        }
      }
    },
  }
}

/** Waiting does not help, somebody has to do something. */
function isForAPerson({ kind }: HubError): boolean {
  return kind === 'auth' || kind === 'forbidden'
}

/**
 * Whether a write that ended so may have been carried out all the same: its answer, not the request, is what failed. A
 * fault of the app may have come after it was sent.
 */
function isUndecided({ kind, code, status }: HubError): boolean {
  if (kind === 'fault' || /^(NoAnswer|UnreadableAnswer|ServerTimeout)$/i.test(code)) return true
  return status === 408 || status === 502 || status === 504
}

function started(request: WriteRequest, answer: RawAnswer, now: number): Result<Started, HubError> {
  const { headers, status } = answer
  const { id, action } = request
  const body = resultOf(action === undefined ? id : `${id}/${action}`, answer.body)
  const operationUrl = headers['azure-asyncoperation']
  // On 200 and 201 a Location may be the resource's own address.
  const resultUrl = status === 202 || operationUrl ? headers.location : undefined
  const operation: OperationRecord = {
    resourceId: request.id,
    method: request.method,
    action: request.action,
    apiVersion: request.apiVersion,
    operationUrl,
    resultUrl,
    startedAt: now,
    requestId: headers['x-ms-correlation-request-id'] ?? headers['x-ms-request-id'],
    retryAfterSeconds: retryAfter(headers),
  }
  const running: Started = { state: 'running', operation, body }
  if (operationUrl !== undefined || resultUrl !== undefined) return ok(running)
  switch (request.method) {
    case 'PUT':
    case 'PATCH': {
      // Azure is not done with the resource when it has taken what hangs on it (VPN Gateway 5.4, shared key).
      if (request.action !== undefined) return ok(running)
      const state = stateOf(answer.body)
      if (state === 'failed') return err(errorFromOperation(undefined, request.id, 'Failed'))
      return ok(state === 'running' || status === 202 ? running : { state: 'settled', result: body })
    }
    case 'DELETE':
      return ok(status === 202 ? running : { state: 'settled', result: undefined })
    case 'POST':
      return ok(status === 202 ? { state: 'untracked' } : { state: 'settled', result: body })
    default:
      return request.method satisfies never
  }
}
