import type { JsonObject } from '../../wire/json.ts'
import { isObject, objectAt, textAt } from '../../wire/read.ts'
import type { OperationFailure } from '../../store/rows.ts'
import type { Answer } from '../answer.ts'

/** What a refused write tells, as a deployment repeats it: with the resource as its target. */
export function refusedWith({ body, status }: Answer, target: string): JsonObject {
  const error = isObject(body) ? objectAt(body.error) : {}
  const { code, message, target: _other, ...rest } = error
  return {
    code: textAt(code) ?? String(status),
    message: textAt(message) ?? '',
    target,
    ...rest,
  }
}

/** What a write tells that was accepted and failed at its end (code and text as in public reports, unverified). */
export function endedWith(failure: OperationFailure, target: string): JsonObject {
  return {
    code: 'ResourceDeploymentFailure',
    message:
      "The resource write operation failed to complete successfully, because it reached terminal provisioning state 'Failed'.",
    target,
    details: [{ ...failure }],
  }
}

/** Of a deployment as a whole: the errors of its resources are its details. */
export function deploymentFailed(target: string, details: JsonObject[]): JsonObject {
  return {
    code: 'DeploymentFailed',
    message:
      'At least one resource deployment operation failed. Please list deployment operations for details. ' +
      'Please see https://aka.ms/arm-deployment-operations for usage details.',
    target,
    details,
  }
}

/** Code and text unverified. */
export function deploymentCanceled(name: string, target: string): JsonObject {
  return { code: 'DeploymentCanceled', message: `The deployment '${name}' was canceled.`, target }
}
