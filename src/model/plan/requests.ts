import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { withChanges } from '../edits/edit.ts'
import type { ShownRequest } from '../requests/logged-request.ts'
import { secretNamed } from '../secret-names.ts'
import type { Plan, PlannedGroup, PlannedResource } from './plan.ts'
import type { VersionFor } from './template.ts'

/**
 * The plan as single requests, in order: a PUT for each new resource group and each resource, to be read and copied. Their addresses begin at
 * the path. Where a secret goes there is its parameter's name, `<sharedKeyMalmo1>`.
 */
export function requestsOf(plan: Plan, versionFor: VersionFor): ShownRequest[] {
  return [
    ...plan.groups.map((group) => put(groupId(group), { location: group.location }, versionFor)),
    ...plan.resources.map((one) => requestOf(one, versionFor)),
  ]
}

export function requestOf(resource: PlannedResource, versionFor: VersionFor): ShownRequest {
  return put(
    resource.id,
    bodyWith(resource, (parameter) => `<${parameter}>`),
    versionFor,
  )
}

/** What a PUT sends, with something in the place of each secret. Whatever else has a secret's name is left out: see `PlannedResource`. */
export function bodyWith(resource: PlannedResource, secret: (parameter: string) => string): JsonObject {
  const { body, secrets = [] } = resource
  return withChanges(
    withoutSecretMembers(body),
    secrets.map(({ path, parameter }) => ({ path, to: secret(parameter) })),
  )
}

/** The body of a plan holds no secret; should one get in, it goes no further. */
export function withoutSecretMembers(body: JsonObject): JsonObject {
  const of = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(of)
    return isJsonObject(value) ? withoutSecretMembers(value) : value
  }
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]) =>
      value === undefined || secretNamed(name) !== undefined ? [] : [[name, of(value)] as const],
    ),
  )
}

export function groupId({ subscriptionId, name }: Pick<PlannedGroup, 'subscriptionId' | 'name'>): string {
  return `/subscriptions/${subscriptionId}/resourceGroups/${name}`
}

function put(id: string, body: JsonObject, versionFor: VersionFor): ShownRequest {
  const path = id.split('/').map(encodeURIComponent).join('/')
  const query = new URLSearchParams({ 'api-version': versionFor(id) })
  return { method: 'PUT', url: `${path}?${query}`, body: { is: 'json', json: body } }
}
