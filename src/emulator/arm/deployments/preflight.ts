import { refuseLocation } from '../../network/put.ts'
import { networkTypeOf } from '../../network/table.ts'
import type { JsonObject } from '../../wire/json.ts'
import { objectAt, textAt } from '../../wire/read.ts'
import type { Answer } from '../answer.ts'
import type { Exchange } from '../exchange.ts'
import { isThere } from '../group-of.ts'
import { locationName } from '../locations.ts'
import { refuseByPolicy } from '../policies.ts'
import { gatewayError, groupNotFound, invalidResourceType } from '../refusals.ts'
import { actionOf, authorizationFailed } from '../rights.ts'
import { refusedWith } from './failures.ts'
import { allResources, type Prepared, type PreparedResource } from './template/prepare.ts'

/**
 * What ARM sees of a good template before it runs: rights, policies, types, places and resource groups of each resource. What
 * only the provider of a resource refuses is found when it is created: gateways without zones and of retired sizes pass here
 * (VPN gateway document 0, number 2); that no other rule of the network provider is looked at is assumed.
 */
export function preflight(exchange: Exchange, prepared: Prepared): JsonObject[] {
  const made = new Set(allResources(prepared).map(({ id }) => id.toLowerCase()))
  return every(prepared).flatMap((resource) => {
    const refusal = refuse(exchange, resource, made)
    return refusal === undefined ? [] : [refusedWith(refusal, resource.id)]
  })
}

/** The nested deployments too: they are written as well. */
function every(prepared: Prepared): PreparedResource[] {
  return prepared.resources.flatMap((one) => (one.nested === undefined ? [one] : [one, ...every(one.nested)]))
}

function refuse(exchange: Exchange, resource: PreparedResource, made: Set<string>): Answer | undefined {
  const { id, type, apiVersion, body } = resource
  const segments = id.split('/').slice(1)
  const action = actionOf('PUT', segments)
  if (!exchange.may(action, id) || exchange.forbids(action, id))
    return authorizationFailed(exchange.caller, action, id)
  const isGroup = segments.length === 4
  const group = groupOf(exchange, segments, made)
  if (group === 'none') return groupNotFound(segments[3] ?? '')
  if (isGroup || resource.nested !== undefined) return undefined
  const [namespace = '', ...types] = type.split('/')
  if (namespace.toLowerCase() !== 'microsoft.network' || networkTypeOf(types.join('/')) === undefined)
    return invalidResourceType(namespace, apiVersion)
  const asked: Exchange = { ...exchange, method: 'PUT', segments, body }
  // What is put where the group is will know when there is one.
  const unknown = group === 'to be made' && body.location === ''
  const misplaced =
    types.length === 1 && !unknown
      ? refuseLocation(asked, exchange.model.resource(id), locationName(textAt(body.location) ?? ''))
      : undefined
  return misplaced ?? refuseByPolicy(asked)
}

/** The resource group that an id lies in, as far as it can be looked for: it may be made by the same deployment. */
function groupOf(exchange: Exchange, segments: string[], made: Set<string>): 'there' | 'to be made' | 'none' {
  const [, subscriptionId = '', groups, group = ''] = segments
  if (groups?.toLowerCase() !== 'resourcegroups' || segments.length === 4) return 'there'
  const row = exchange.model.group(subscriptionId, group)
  if (row !== undefined && isThere(row, exchange.now)) return 'there'
  return made.has(`/${segments.slice(0, 4).join('/')}`.toLowerCase()) ? 'to be made' : 'none'
}

/** Text as commonly quoted, unverified. */
export function invalidDeployment(exchange: Exchange, name: string, details: JsonObject[]): Answer {
  const answer = gatewayError(
    400,
    'InvalidTemplateDeployment',
    `The template deployment '${name}' is not valid according to the validation procedure. The tracking id is ` +
      `'${exchange.correlationId}'. See inner errors for details.`,
  )
  return { ...answer, body: { error: { ...objectAt(objectAt(answer.body).error), details } } }
}
