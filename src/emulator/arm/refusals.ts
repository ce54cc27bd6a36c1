import type { JsonObject } from '../wire/json.ts'
import type { Answer } from './answer.ts'

/** A detail of a network provider error. */
export interface ErrorDetail {
  code: string
  message: string
}

/** An error of the ARM front end: no `details`, header `x-ms-failure-cause: gateway` (recorded behaviour 3). */
export function gatewayError(status: number, code: string, message: string): Answer {
  return { status, by: 'gateway', body: { error: { code, message } } }
}

/**
 * 401 with its challenge (form documented, ARM contract 5).
 * @param description plain words: a header takes neither quotes nor every letter
 */
export function unauthorized(code: string, message: string, authority: string, description: string): Answer {
  const challenge = `Bearer authorization_uri="${authority}", error="invalid_token", error_description="${description}"`
  return { ...gatewayError(401, code, message), headers: { 'WWW-Authenticate': challenge } }
}

/** An error of the network provider: always with `details`, empty when there are none (recorded behaviour 3). */
export function networkError(
  status: number,
  code: string,
  message: string,
  details: ErrorDetail[] = [],
): Answer {
  const error: JsonObject = { code, message, details: details.map((detail) => ({ ...detail })) }
  return { status, by: 'network', body: { error } }
}

/** `type` without the namespace, `virtualNetworkGateways` (recorded, text of 2020 and later). */
export function resourceNotFound(type: string, name: string, group: string): Answer {
  return gatewayError(
    404,
    'ResourceNotFound',
    `The Resource 'Microsoft.Network/${type}/${name}' under resource group '${group}' was not found. ` +
      'For more details please go to https://aka.ms/ARMResourceNotFoundFix',
  )
}

/** A missing child is the network provider's answer, without the front end's header (recorded behaviour 1.9). */
export function childNotFound(id: string): Answer {
  return networkError(404, 'NotFound', `Resource ${id} not found.`)
}

export function groupNotFound(name: string): Answer {
  return gatewayError(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`)
}

export function groupBeingDeleted(name: string): Answer {
  return gatewayError(
    409,
    'ResourceGroupBeingDeleted',
    `The resource group '${name}' is in deprovisioning state and cannot perform this operation.`,
  )
}

export function subscriptionNotFound(subscriptionId: string): Answer {
  return gatewayError(404, 'SubscriptionNotFound', `The subscription '${subscriptionId}' could not be found.`)
}

/** Also the answer for the three types that have no list at subscription scope (ARM contract 10 and 14.1). */
export function invalidResourceType(namespace: string, apiVersion: string): Answer {
  return gatewayError(
    404,
    'InvalidResourceType',
    `The resource type could not be found in the namespace '${namespace}' for api version '${apiVersion}'.`,
  )
}

export function notBuilt(operation: string): Answer {
  return gatewayError(501, 'NotImplemented', `${operation} is not built in this emulator`)
}

/** ARM contract 5: refusals of a delete are 400, not 409. */
export function inUse(code: string, message: string): Answer {
  return networkError(400, code, message)
}
