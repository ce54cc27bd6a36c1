import { empty } from '../../../src/emulator/estates/empty.ts'
import type { Estate, EstateResource, EstateResourceGroup } from '../../../src/emulator/estates/estate.ts'
import type { Json, JsonObject } from '../../../src/emulator/wire/json.ts'
import { isObject, objectAt, textAt, without } from '../../../src/emulator/wire/read.ts'
import {
  endsInType,
  hasKnownRequest,
  polledOperation,
  resourceOf,
  segmentsOf,
  type Interaction,
  type Recording,
} from './recordings.ts'

export interface Seeded {
  estate: Estate
  /** Ids in lower case: what the recording did not make itself. */
  ids: Set<string>
}

/**
 * The empty estate with the recording's subscriptions and groups, and with what it uses but does not make (the calls that
 * made it were not kept). One rule for all: a resource is seeded when a request that succeeded needs it, and neither it nor
 * anything above it was made before by a recorded PUT. It is what the first recorded GET shows, or bare.
 */
export function seedOf(recording: Recording): Seeded {
  const { interactions } = recording
  const groups = groupsOf(interactions)
  const made = new Set<string>()
  const wanted = new Map<string, string>()
  for (const one of interactions) {
    if (polledOperation(one.url) !== undefined || one.status >= 300) continue
    for (const id of needed(one)) {
      const above = ancestry(id)
      if (above.some((ancestor) => made.has(ancestor.toLowerCase()))) continue
      for (const ancestor of above)
        if (!wanted.has(ancestor.toLowerCase())) wanted.set(ancestor.toLowerCase(), ancestor)
    }
    const target = resourceOf(one.url)
    if (one.method === 'PUT' && hasKnownRequest(one.method, one.requestBody) && target !== undefined)
      made.add(target.toLowerCase())
  }
  const resources = [...wanted.values()].map((id) => resourceAs(id, interactions, groups))
  const subscriptions = [...new Set(interactions.flatMap(({ url }) => segmentsOf(url)[1] ?? []))]
  return {
    estate: {
      ...empty,
      subscriptions: subscriptions.map((subscriptionId) => ({
        subscriptionId,
        displayName: subscriptionId,
        state: 'Enabled',
        quotaId: 'EnterpriseAgreement_2014-09-01',
      })),
      resourceGroups: groups,
      resources,
    },
    ids: new Set(wanted.keys()),
  }
}

/** What must be there for this request to succeed. */
function needed({ method, url, status, requestBody }: Interaction): string[] {
  const target = resourceOf(method === 'POST' ? withoutAction(url) : url)
  if (target === undefined) return []
  const parent = target.split('/').slice(0, -2).join('/')
  const above = target.split('/').length > 9 ? [parent] : []
  if (!hasKnownRequest(method, requestBody)) return [target]
  if (method === 'PUT' && !endsInType(url)) {
    return [...(status === 201 ? above : [target]), ...references(requestBody)]
  }
  return method === 'DELETE' && status === 204 ? above : [target]
}

/** An action is the last word of its path, `…/sharedkey/reset`. */
function withoutAction(url: string): string {
  return url.replace(/\/[^/]+$/, '')
}

/** The network resources a body refers to. Ids of their parts (frontends, configurations) are not followed. */
function references(value: Json): string[] {
  if (Array.isArray(value)) return value.flatMap(references)
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([member, inner]) =>
    member === 'id' && typeof inner === 'string' && inner.startsWith('/subscriptions/')
      ? (resourceOf(`https://arm${inner}`) ?? [])
      : references(inner ?? null),
  )
}

/** The id and what it lives in, topmost first. */
function ancestry(id: string): string[] {
  const segments = id.split('/')
  const ids: string[] = []
  for (let length = 9; length <= segments.length; length += 2) ids.push(segments.slice(0, length).join('/'))
  return ids
}

function resourceAs(id: string, interactions: Interaction[], groups: EstateResourceGroup[]): EstateResource {
  const shown = interactions.find(
    (one) =>
      one.method === 'GET' &&
      one.status === 200 &&
      !endsInType(one.url) &&
      resourceOf(one.url)?.toLowerCase() === id.toLowerCase(),
  )
  const body: JsonObject = objectAt(shown?.responseBody)
  const group = groups.find((one) => one.name.toLowerCase() === id.split('/')[4]?.toLowerCase())
  return {
    id: textAt(body.id) ?? id,
    location: id.split('/').length > 9 ? undefined : (textAt(body.location) ?? group?.location),
    sku: isObject(body.sku) ? body.sku : undefined,
    properties: without(objectAt(body.properties), ['provisioningState', 'resourceGuid']),
  }
}

function groupsOf(interactions: Interaction[]): EstateResourceGroup[] {
  const groups = new Map<string, EstateResourceGroup>()
  for (const { method, url, responseBody } of interactions) {
    const [, subscriptionId = '', kind = '', name] = segmentsOf(url)
    if (kind.toLowerCase() !== 'resourcegroups' || name === undefined) continue
    const body = objectAt(responseBody)
    const location = textAt(body.location)
    const itself = method === 'GET' && segmentsOf(url).length === 4
    const known = groups.get(name.toLowerCase())
    if (known !== undefined && !(itself && known.tags === undefined)) continue
    groups.set(name.toLowerCase(), {
      subscriptionId,
      name,
      location: location ?? known?.location ?? 'westus',
      tags: itself && isObject(body.tags) ? tagsOf(body.tags) : undefined,
    })
  }
  return [...groups.values()]
}

function tagsOf(tags: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, textAt(value) ?? '']))
}
