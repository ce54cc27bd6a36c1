import type { Json, JsonObject } from '../../lib/json.ts'
import type { Deployment, DeploymentOperation, DeploymentState } from '../../model/deployments/deployment.ts'
import { type HubError, innerErrors } from '../../model/errors.ts'
import { readTime } from '../../model/format.ts'
import { errorFromOperation, parseJson } from '../arm-error.ts'
import { object, text } from './read.ts'

/** A deployment as ARM answers a GET (ARM contract 12.3). */
export function deploymentFromWire(id: string, body: JsonObject): Deployment {
  const properties = object(body.properties)
  const state = stateFrom(properties.provisioningState)
  const correlationId = text(properties.correlationId)
  const at = readTime(text(properties.timestamp))
  return {
    id: text(body.id) ?? id,
    state,
    ...(correlationId !== undefined && { correlationId }),
    ...(at !== undefined && { at }),
    ...(state === 'failed' && { error: errorFromOperation(properties.error, id, 'Failed', correlationId) }),
  }
}

/** An item of the list of operations; `undefined` for what is about no resource, such as the evaluation of outputs. */
export function operationFromWire(item: JsonObject, correlationId?: string): DeploymentOperation | undefined {
  const properties = object(item.properties)
  const targetId = text(object(properties.targetResource).id)
  if (targetId === undefined) return undefined
  const kind = text(properties.provisioningOperation)
  // Reads that a template's functions make, and the like, are listed too.
  if (kind !== undefined && !/^(create|deploymentcreate|write)/i.test(kind)) return undefined
  const state = stateFrom(properties.provisioningState)
  const at = readTime(text(properties.timestamp))
  const took = readDuration(text(properties.duration))
  return {
    targetId,
    state,
    ...(at !== undefined && { at }),
    ...(took !== undefined && { took }),
    ...(state === 'failed' && {
      error: unwrapped(
        errorFromOperation(message(properties.statusMessage), targetId, 'Failed', correlationId),
      ),
    }),
  }
}

/** One that wraps a single error is that error. */
function unwrapped(error: HubError): HubError {
  const [only, ...more] = innerErrors(error)
  return only && more.length === 0 ? only : error
}

/** An object, or the same as text. */
function message(value: Json | undefined): Json | undefined {
  return typeof value === 'string' ? (parseJson(value) ?? { message: value }) : value
}

function stateFrom(value: Json | undefined): DeploymentState {
  switch (text(value)?.toLowerCase()) {
    case 'succeeded':
      return 'succeeded'
    case 'failed':
      return 'failed'
    case 'canceled':
    case 'cancelled':
      return 'canceled'
    default:
      return 'running'
  }
}

/** Milliseconds of `PT14M22.5S` (ISO 8601, up to days). */
export function readDuration(value: string | undefined): number | undefined {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/i.exec(value ?? '')
  if (!found) return undefined
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((part) => Number(part ?? 0))
  return Math.round((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000)
}
