import { isJsonObject, type Json } from '../lib/json.ts'
import type { HubError } from '../model/errors.ts'
import { errorFromOperation, retryAfter } from './arm-error.ts'
import { type OperationRecord, type Polled, resultOf } from './operation.ts'
import type { Raw } from './raw.ts'
import type { Clock } from './transport.ts'

/** A resource that was just put may be unknown for a moment. */
const LAG = 60_000

type Look = (raw: Raw, operation: OperationRecord, clock: Clock, signal?: AbortSignal) => Promise<Polled>

/** One look: by `Azure-AsyncOperation`, else by `Location`, else at the resource itself. */
export const pollOnce: Look = (raw, operation, clock, signal) => {
  if (operation.operationUrl !== undefined) return byStatus(raw, operation, clock, signal)
  if (operation.resultUrl !== undefined) return byResult(raw, operation, clock, signal)
  return byResource(raw, operation, clock, signal)
}

const byStatus: Look = async (raw, operation, clock, signal) => {
  const answer = await raw.request({ method: 'GET', path: operation.operationUrl ?? '' }, signal)
  if (!answer.ok) {
    return isLost(answer.error) ? byResource(raw, operation, clock, signal) : unreachable(answer.error)
  }
  const { body, headers } = answer.value
  const status = isJsonObject(body) && typeof body.status === 'string' ? body.status : undefined
  switch (endOf(status)) {
    case 'succeeded':
      return succeeded(raw, operation, body, clock, signal)
    case 'failed':
      return { state: 'failed', error: endedBadly(operation, body, status) }
    case 'running':
      return { state: 'running', retryAfterSeconds: retryAfter(headers) }
  }
}

async function succeeded(
  raw: Raw,
  operation: OperationRecord,
  status: Json | undefined,
  clock: Clock,
  signal: AbortSignal | undefined,
): Promise<Polled> {
  if (operation.method === 'DELETE') return { state: 'succeeded', result: undefined }
  if (operation.method !== 'POST') {
    const { resourceId: path, apiVersion } = operation
    const answer = await raw.request({ method: 'GET', path, apiVersion }, signal)
    const result = answer.ok ? resultOf(path, answer.value.body) : undefined
    return { state: 'succeeded', result }
  }
  if (operation.resultUrl !== undefined) {
    const polled = await byResult(raw, operation, clock, signal)
    if (polled.state === 'succeeded' && polled.result !== undefined && polled.result !== null) return polled
    if (polled.state === 'running') return polled
  }
  const properties = isJsonObject(status) && isJsonObject(status.properties) ? status.properties : undefined
  return { state: 'succeeded', result: resultOf(askedPath(operation), properties?.output) }
}

/** Of an action with its name: some answer with nothing but a secret. */
function askedPath({ resourceId, action }: OperationRecord): string {
  return action === undefined ? resourceId : `${resourceId}/${action}`
}

const byResult: Look = async (raw, operation, clock, signal) => {
  const answer = await raw.request({ method: 'GET', path: operation.resultUrl ?? '' }, signal)
  if (!answer.ok) {
    const { error } = answer
    if (isLost(error)) return byResource(raw, operation, clock, signal)
    // A refusal here is the operation's own end; anything else is about this one look.
    return error.kind === 'invalid' || error.kind === 'conflict'
      ? { state: 'failed', error: { ...error, ...idOf(operation) } }
      : unreachable(error)
  }
  const { status, body, headers } = answer.value
  const running = { state: 'running', retryAfterSeconds: retryAfter(headers) } as const
  if (status === 202) return running
  // Deleting a hub's network connection answers 200 with a status here while it runs.
  if (isJsonObject(body) && Object.keys(body).length <= 2 && typeof body.status === 'string') {
    const end = endOf(body.status)
    if (end === 'running') return running
    if (end === 'failed') {
      return { state: 'failed', error: endedBadly(operation, body, body.status) }
    }
  }
  const result = operation.method === 'DELETE' ? undefined : resultOf(askedPath(operation), body)
  return { state: 'succeeded', result }
}

/** The way that needs no header: a resource's provisioning state, and for a delete its absence. */
const byResource: Look = async (raw, operation, clock, signal) => {
  const { resourceId: path, method, apiVersion, startedAt } = operation
  if (method === 'POST') return { state: 'unknown', error: forgotten(path) }
  const answer = await raw.request({ method: 'GET', path, apiVersion }, signal)
  if (!answer.ok) {
    if (answer.error.kind !== 'notFound') return unreachable(answer.error)
    if (method === 'DELETE') return { state: 'succeeded', result: undefined }
    return clock() - startedAt < LAG ? { state: 'running' } : { state: 'failed', error: answer.error }
  }
  const { body, headers } = answer.value
  const state = stateOf(body)
  if (state === 'failed') return { state: 'failed', error: endedBadly(operation, undefined) }
  if (method === 'DELETE' || state === 'running') {
    return { state: 'running', retryAfterSeconds: retryAfter(headers) }
  }
  return { state: 'succeeded', result: resultOf(path, body) }
}

/** What a resource's provisioning state says; no state counts as done. */
export function stateOf(body: Json | undefined): 'running' | 'succeeded' | 'failed' {
  const properties = isJsonObject(body) && isJsonObject(body.properties) ? body.properties : {}
  const { provisioningState } = properties
  return typeof provisioningState === 'string' ? endOf(provisioningState) : 'succeeded'
}

function endOf(status: string | undefined): 'running' | 'succeeded' | 'failed' {
  const lower = status?.trim().toLowerCase()
  if (lower === 'succeeded') return 'succeeded'
  return lower === 'failed' || lower === 'canceled' || lower === 'cancelled' ? 'failed' : 'running'
}

function endedBadly(operation: OperationRecord, body: Json | undefined, status = 'Failed'): HubError {
  return { ...errorFromOperation(body, operation.resourceId, status), ...idOf(operation) }
}

/** Of the request that began it: the looks have ids of their own, by which nobody finds the operation. */
function idOf({ requestId }: OperationRecord): Pick<HubError, 'correlationId'> {
  return requestId === undefined ? {} : { correlationId: requestId }
}

/** Azure forgets finished operations, and an address outside ARM is never followed: the resource then tells. */
function isLost({ kind, code }: HubError): boolean {
  return kind === 'notFound' || code === 'ForeignAddress'
}

function unreachable(error: HubError): Polled {
  return { state: 'unreachable', error, retryAfterSeconds: error.retryAfterSeconds }
}

function forgotten(target: string): HubError {
  return {
    kind: 'notFound',
    code: 'OperationForgotten',
    message:
      'Azure no longer knows this operation, so how it ended cannot be read. The work itself may be done: look at the ' +
      'resource before trying again.',
    target,
    details: [],
  }
}
