import type { OperationRecord } from '../azure/operation.ts'
import { isJsonObject, type Json, type JsonObject } from '../lib/json.ts'
import type { NotedOperation, OperationState, WrittenOperation } from '../model/operations/operation.ts'
import { jsonOfError, readError } from './kept-errors.ts'
import { jsonOfWrite, readWrite } from './kept-writes.ts'

/**
 * An operation as it is kept. `record` is what is needed to go on watching; it goes when the operation ends, and never
 * leaves the ledger. Its addresses may be signed (`s=`). They are kept whole, because Azure takes them as they are or not at all (ARM contract 7.1), and
 * they open nothing by themselves: each look carries the account's own token, and only to ARM.
 */
export type KeptOperation = (WrittenOperation | NotedOperation) & { record?: OperationRecord }

export function jsonOfOperation(operation: KeptOperation): JsonObject {
  const { key: _, record, state, ...rest } = operation
  return {
    ...(rest.by === 'browser' ? { ...rest, write: jsonOfWrite(rest.write) } : rest),
    state: jsonOfState(state),
    ...(record && { record: { ...record } }),
  }
}

export function jsonOfState(state: OperationState): JsonObject {
  switch (state.is) {
    case 'running': {
      const { heldUp, ...rest } = state
      return { ...rest, ...(heldUp && { heldUp: jsonOfError(heldUp) }) }
    }
    case 'succeeded':
      return { ...state }
    case 'failed':
    case 'unknown':
      return { ...state, error: jsonOfError(state.error) }
    default:
      return state satisfies never
  }
}

/** Storage is anybody's: what does not have the shape is passed over. */
export function readOperation(key: string, value: unknown): KeptOperation | undefined {
  if (!isJsonObject(value)) return undefined
  const { id, name, startedAt, by, provisioningState } = value
  if (typeof id !== 'string' || typeof name !== 'string' || typeof startedAt !== 'number') return undefined
  const state = readState(value.state)
  if (!state) return undefined
  const facts = { key, id, name, startedAt, state }
  if (by === 'azure')
    return typeof provisioningState === 'string'
      ? { ...facts, by, provisioningState, ...(value.of === 'router' && { of: 'router' as const }) }
      : undefined
  const write = by === 'browser' ? readWrite(value.write) : undefined
  const record = readRecord(value.record)
  return write && { ...facts, by: 'browser', write, ...(record && { record }) }
}

export function readState(value: Json | undefined): OperationState | undefined {
  if (!isJsonObject(value)) return undefined
  const { is, step, at, by, during } = value
  if (is === 'running') {
    const heldUp = readError(value.heldUp)
    return step === 'reading' || step === 'sending' || step === 'running'
      ? { is, step, ...(heldUp && { heldUp }) }
      : undefined
  }
  if (typeof at !== 'number') return undefined
  const end = { at, ...(value.late === true && { late: true as const }) }
  if (is === 'succeeded') return { is, by: by === 'reading' ? by : 'answer', ...end }
  const error = readError(value.error)
  if (!error) return undefined
  if (is === 'failed') return { is, error, during: during === 'reading' ? during : 'sending', ...end }
  return is === 'unknown' ? { is, error, ...end } : undefined
}

function readRecord(value: Json | undefined): OperationRecord | undefined {
  if (!isJsonObject(value)) return undefined
  const { resourceId, method, startedAt, retryAfterSeconds } = value
  if (typeof resourceId !== 'string' || typeof startedAt !== 'number') return undefined
  if (method !== 'PUT' && method !== 'PATCH' && method !== 'DELETE' && method !== 'POST') return undefined
  const texts = ['action', 'apiVersion', 'operationUrl', 'resultUrl', 'requestId'] as const
  const found = texts.map((name) => [name, value[name]] as const).filter(([, one]) => typeof one === 'string')
  return {
    resourceId,
    method,
    startedAt,
    ...Object.fromEntries(found),
    ...(typeof retryAfterSeconds === 'number' && { retryAfterSeconds }),
  }
}
