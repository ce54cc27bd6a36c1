import type { DeploymentRow, DeploymentStep } from '../../store/rows.ts'
import type { JsonObject } from '../../wire/json.ts'
import { ok, type Answer } from '../answer.ts'
import { query, type Exchange } from '../exchange.ts'
import { page } from '../paging.ts'
import { gatewayError } from '../refusals.ts'
import { duration, iso, named } from './body.ts'
import { askedFor } from './read.ts'

/** GET …/deployments/{name}/operations: one for each resource that was begun (ARM contract 12.3). */
export function listOperations(exchange: Exchange): Answer {
  const found = askedFor(exchange)
  if ('refusal' in found) return found.refusal
  const top = Number(query(exchange.url, '$top') ?? NaN)
  return page(exchange, operationsOf(found.row, exchange.now).slice(0, top > 0 ? top : undefined))
}

export function getOperation(exchange: Exchange): Answer {
  const found = askedFor(exchange)
  if ('refusal' in found) return found.refusal
  const wanted = exchange.segments.at(-1)
  const operation = operationsOf(found.row, exchange.now).find(({ operationId }) => operationId === wanted)
  if (operation !== undefined) return ok(operation)
  // Code unverified.
  return gatewayError(
    404,
    'DeploymentOperationNotFound',
    `The deployment operation '${wanted}' could not be found.`,
  )
}

function operationsOf(row: DeploymentRow, now: number): JsonObject[] {
  const operations = row.steps.flatMap((step): JsonObject[] => {
    const operation = operationOf(row, step, now)
    return operation === undefined ? [] : [operation]
  })
  if (row.end?.state !== 'Succeeded') return operations
  // The last one has no resource; that it comes with every success is assumed.
  const operationId = '08584000000000000000'
  const last: JsonObject = {
    id: `${row.id}/operations/${operationId}`,
    operationId,
    properties: {
      provisioningOperation: 'EvaluateDeploymentOutput',
      provisioningState: 'Succeeded',
      timestamp: iso(row.end.at),
      duration: duration(0),
      statusCode: 'OK',
    },
  }
  return [...operations, last]
}

function operationOf(row: DeploymentRow, step: DeploymentStep, now: number): JsonObject | undefined {
  const { state, operationId } = step
  if (state.is === 'waiting') return undefined
  const { at, status } = state
  const end =
    state.is === 'refused' ? at : state.is === 'begun' && state.endsAt <= now ? state.endsAt : undefined
  const failure = end !== undefined && 'failure' in state ? state.failure : undefined
  const { target: _target, ...told } = failure ?? {}
  const code = failure !== undefined && state.is !== 'refused' ? 409 : status
  return {
    id: `${row.id}/operations/${operationId}`,
    operationId,
    properties: {
      provisioningOperation: 'Create',
      provisioningState: end === undefined ? 'Running' : failure === undefined ? 'Succeeded' : 'Failed',
      timestamp: iso(end ?? at),
      duration: duration((end ?? now) - at),
      trackingId: row.runId,
      serviceRequestId: row.runId,
      statusCode: STATUS[code] ?? String(code),
      ...(failure && {
        statusMessage: state.is === 'refused' ? { error: told } : { status: 'Failed', error: told },
      }),
      targetResource: named(step),
    },
  }
}

/** Statuses as deployment operations name them. */
const STATUS: Partial<Record<number, string>> = {
  200: 'OK',
  201: 'Created',
  202: 'Accepted',
  400: 'BadRequest',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  429: 'TooManyRequests',
  500: 'InternalServerError',
  503: 'ServiceUnavailable',
}
