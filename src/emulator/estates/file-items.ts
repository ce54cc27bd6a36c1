import { ENVELOPE } from '../arm/envelope.ts'
import { nameOf, parseId } from '../arm/ids.ts'
import { networkTypeOf, networkTypeOfId } from '../network/table.ts'
import type { FileProblem } from '../wire/estate-file.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { arrayAt, isObject, objectAt, textAt, without } from '../wire/read.ts'
import type { EstateResource, EstateResourceGroup, EstateSubscription } from './estate.ts'

/** One item of a file: a resource with the children that stood inside it, or what resources stand in. */
export type FileItem =
  | { is: 'resources'; resources: EstateResource[]; tenantId: string | undefined }
  | { is: 'group'; group: EstateResourceGroup }
  | { is: 'subscription'; subscription: EstateSubscription; tenantId: string | undefined }
  | { is: 'wrong'; problems: FileProblem[] }

/** Columns that Resource Graph adds to every row; the id says the same (ARM contract 12.4). */
const GRAPH_COLUMNS = ['subscriptionId', 'resourceGroup', 'tenantId']

/** Reads one item; `where` is its path in the file. Resource Graph writes absent members as null or empty text. */
export function readItem(item: Json | undefined, where: string): FileItem {
  if (!isObject(item)) return wrong(where, 'Not an object')
  const id = item.id
  if (typeof id !== 'string')
    return wrong(`${where}.id`, id === undefined ? 'There is no id' : 'The id is not text')
  const flaw = flawOfId(id)
  if (flaw !== undefined) return wrong(`${where}.id`, `${flaw}: ${shortened(id)}`)
  const problems = flawsOf(item, where)
  if (problems.length > 0) return { is: 'wrong', problems }

  const [, first, subscriptionId, groups, name, ...rest] = id.split('/')
  const tenantId = textAt(item.tenantId)
  if (first?.toLowerCase() === 'subscriptions' && subscriptionId !== undefined) {
    if (groups === undefined)
      return { is: 'subscription', subscription: subscriptionOf(subscriptionId, item), tenantId }
    if (groups.toLowerCase() === 'resourcegroups' && name !== undefined && rest.length === 0)
      return { is: 'group', group: groupOf(subscriptionId, name, item) }
  }
  const resources = resourcesOf(id, item, where)
  return Array.isArray(resources)
    ? { is: 'resources', resources, tenantId }
    : { is: 'wrong', problems: [resources] }
}

/** The members of an item that no resource has; kept in its `body`. */
export function unknownMembersOf(body: JsonObject): string[] {
  return Object.keys(body).filter((member) => !ENVELOPE.includes(member))
}

function flawOfId(id: string): string | undefined {
  if (!id.startsWith('/')) return 'Not an ARM id, which begins with /subscriptions/'
  const segments = id.slice(1).split('/')
  if (segments.some((segment) => segment.trim() === '')) return 'Not an ARM id, a part of it is empty'
  // An address cannot carry them.
  if (segments.some((segment) => segment === '.' || segment === '..'))
    return 'Not an ARM id, no name is . or ..'
  return segments.length < 2 ? 'Not an ARM id, it names nothing' : undefined
}

/** Members whose type would be wrong for every resource. */
function flawsOf(item: JsonObject, where: string): FileProblem[] {
  const flaws: FileProblem[] = []
  const check = (member: string, fits: (value: Json) => boolean, wanted: string) => {
    const value = item[member]
    if (value !== undefined && value !== null && value !== '' && !fits(value))
      flaws.push({ where: `${where}.${member}`, what: `Not ${wanted}` })
  }
  const isText = (value: Json) => typeof value === 'string'
  for (const member of ['name', 'type', 'etag', 'location', 'kind']) check(member, isText, 'text')
  for (const member of ['properties', 'sku', 'identity', 'extendedLocation'])
    check(member, isObject, 'an object')
  check(
    'tags',
    (tags) => isObject(tags) && Object.values(tags).every((tag) => tag === null || typeof tag === 'string'),
    'an object of texts',
  )
  check('zones', (zones) => Array.isArray(zones) && zones.every(isText), 'an array of texts')
  return flaws
}

function resourcesOf(id: string, item: JsonObject, where: string): EstateResource[] | FileProblem {
  const type = networkTypeOfId(id)
  const body = bodyOf(item)
  const properties = isObject(item.properties) ? item.properties : undefined
  const children: EstateResource[] = []
  const inlines = properties === undefined ? [] : (type?.inlines ?? [])
  for (const inlined of inlines) {
    for (const [index, child] of arrayAt(properties?.[inlined.member]).entries()) {
      const at = `${where}.properties.${inlined.member}[${index}]`
      if (!isObject(child)) return { where: at, what: 'Not an object' }
      const childId = idOfChild(id, inlined.type, child)
      if (parseId(childId) === undefined || networkTypeOf(inlined.type) === undefined)
        return { where: `${at}.name`, what: 'Not the name of a child' }
      const problems = flawsOf(child, at)
      if (problems[0] !== undefined) return problems[0]
      const family = resourcesOf(childId, { ...child, id: childId }, at)
      if (!Array.isArray(family)) return family
      children.push(...family)
    }
  }
  return [
    {
      id,
      location: textOr(item.location),
      tags: isObject(item.tags) ? tagsOf(item.tags) : undefined,
      sku: isObject(item.sku) ? item.sku : undefined,
      zones: Array.isArray(item.zones) ? item.zones.flatMap((zone) => textAt(zone) ?? []) : undefined,
      kind: textOr(item.kind),
      identity: isObject(item.identity) ? item.identity : undefined,
      extendedLocation: isObject(item.extendedLocation) ? item.extendedLocation : undefined,
      properties: without(properties ?? {}, [
        'provisioningState',
        'resourceGuid',
        ...inlines.map((inlined) => inlined.member),
      ]),
      provisioningState: textOr(properties?.provisioningState),
      etag: textOr(item.etag),
      resourceGuid: textOr(properties?.resourceGuid),
      body,
      ...(isObject(item.emulator) && { inside: item.emulator }),
    },
    ...children,
  ]
}

/** The item without what only Resource Graph adds, and without what no answer shows. */
function bodyOf(item: JsonObject): JsonObject {
  const members = Object.entries(item).filter(
    ([member, value]) =>
      value !== null && value !== '' && member !== 'emulator' && !GRAPH_COLUMNS.includes(member),
  )
  return Object.fromEntries(members)
}

/** Its own id where that lies in the parent, else made from its name. */
function idOfChild(parent: string, type: string, child: JsonObject): string {
  const collection = `${parent}/${nameOf(type)}`
  const own = textAt(child.id)
  if (own !== undefined && own.toLowerCase().startsWith(`${collection}/`.toLowerCase())) return own
  return `${collection}/${textAt(child.name) ?? 'default'}`
}

function subscriptionOf(subscriptionId: string, item: JsonObject): EstateSubscription {
  const properties = objectAt(item.properties)
  const policies = objectAt(item.subscriptionPolicies ?? properties.subscriptionPolicies)
  return {
    subscriptionId,
    displayName: textOr(item.displayName) ?? textOr(item.name) ?? subscriptionId,
    state: stateOf(textAt(item.state) ?? textAt(properties.state)),
    quotaId: textAt(policies.quotaId) ?? '',
    ...(isObject(item.tags) && { tags: tagsOf(item.tags) }),
  }
}

const STATES = ['Enabled', 'Warned', 'PastDue', 'Disabled', 'Deleted'] as const

function stateOf(text: string | undefined): EstateSubscription['state'] {
  return STATES.find((state) => state.toLowerCase() === text?.toLowerCase()) ?? 'Enabled'
}

function groupOf(subscriptionId: string, name: string, item: JsonObject): EstateResourceGroup {
  const location = textOr(item.location) ?? ''
  return { subscriptionId, name, location, ...(isObject(item.tags) && { tags: tagsOf(item.tags) }) }
}

function tagsOf(tags: JsonObject): Record<string, string> {
  return Object.fromEntries(Object.entries(tags).map(([name, value]) => [name, textAt(value) ?? '']))
}

function textOr(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

function wrong(where: string, what: string): FileItem {
  return { is: 'wrong', problems: [{ where, what }] }
}
