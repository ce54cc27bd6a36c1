import { parseId } from '../arm/ids.ts'
import { networkTypeOfId } from '../network/table.ts'
import type { EstateReport, FileProblem, Tally } from '../wire/estate-file.ts'
import type { Json, JsonObject } from '../wire/json.ts'
import { arrayAt, isObject, textAt } from '../wire/read.ts'
import type { Estate, EstateResource, EstateResourceGroup, EstateSubscription } from './estate.ts'
import { accessIn } from './file-access.ts'
import { readItem, unknownMembersOf } from './file-items.ts'
import { pastIn } from './file-past.ts'
import { readShape } from './file-shape.ts'
import { runningIn } from './file-running.ts'
import { snapshotIn } from './file-snapshot.ts'

export type EstateFile =
  | { is: 'estate'; estate: Estate; report: EstateReport }
  | { is: 'refused'; problems: FileProblem[] }

/** More do not help anybody who mends a file. */
const TOLD = 50

/**
 * The estate in a file, whole or not at all. Members and types nobody knows are kept and counted; subscriptions and
 * resource groups that resources name and the file does not describe are made up and counted.
 * @param name what the estate is called: the file's name
 */
export function estateFromFile(text: string, name: string): EstateFile {
  const shape = readShape(text)
  if ('problem' in shape) return { is: 'refused', problems: [shape.problem] }
  const problems: FileProblem[] = []
  const found = createFinds()
  const take = (items: readonly Json[], path: string) => {
    for (const [index, item] of items.entries()) {
      const read = readItem(item, `${path}[${index}]`)
      if (read.is === 'wrong') problems.push(...read.problems)
      else found.add(read)
    }
  }
  for (const list of ['subscriptions', 'resourceGroups']) {
    const items = shape.around[list]
    if (items !== undefined && !Array.isArray(items)) problems.push({ where: list, what: 'Not an array' })
    take(arrayAt(items).map(withScopeId), list)
  }
  take(shape.items, shape.path)
  const snapshot = snapshotIn(shape.around.snapshot)
  const running = runningIn(shape.around.running)
  const past = pastIn(shape.around.past)
  const access = accessIn(shape.around.access)
  problems.push(...snapshot.problems, ...running.problems, ...past.problems, ...access.problems)
  if (problems.length === 0 && found.isEmpty())
    problems.push({ where: shape.path || 'line 1, column 1', what: 'There is no resource in it' })
  if (problems.length > 0) return { is: 'refused', problems: told(problems) }

  const { resources, subscriptions } = found
  const madeUpGroups = found.missingGroups()
  const madeUpSubscriptions = found.missingSubscriptions()
  return {
    is: 'estate',
    estate: {
      name,
      description: textAt(shape.around.description) ?? 'Opened from a file.',
      tenant: tenantOf(shape.around, found.tenantId()),
      subscriptions: [...subscriptions.values(), ...madeUpSubscriptions],
      resourceGroups: [...found.describedGroups(), ...madeUpGroups],
      resources: [...resources.values()],
      running: running.value,
      ...(past.value && { past: past.value }),
      ...access.value,
      ...(snapshot.value && { snapshot: snapshot.value, readOnly: true }),
    },
    report: {
      ...reportOf([...resources.values()]),
      repeated: found.repeated(),
      madeUpSubscriptions: madeUpSubscriptions.map(({ subscriptionId }) => subscriptionId),
      madeUpGroups: madeUpGroups.map((group) => group.name),
      incomplete: shape.incomplete,
    },
  }
}

/** Collects items by id; the last with `properties` counts, wherever it stood. */
function createFinds() {
  const resources = new Map<string, EstateResource>()
  const subscriptions = new Map<string, EstateSubscription>()
  const groups = new Map<string, EstateResourceGroup>()
  const namedGroups = new Map<string, EstateResourceGroup>()
  const namedSubscriptions = new Map<string, EstateSubscription>()
  let tenant: string | undefined
  const items = new Set<string>()
  let repeated = 0

  // A child that stands inside its parent and as an item, as in a snapshot, is not told twice by mistake.
  const countItem = (id: string) => {
    if (items.has(id.toLowerCase())) repeated += 1
    items.add(id.toLowerCase())
  }

  const addResource = (resource: EstateResource) => {
    const key = resource.id.toLowerCase()
    const known = resources.get(key)
    if (known === undefined || isRead(resource) || !isRead(known)) resources.set(key, resource)
    const [, first, subscriptionId, , group] = resource.id.split('/')
    if (first?.toLowerCase() !== 'subscriptions' || !subscriptionId) return
    if (!namedSubscriptions.has(subscriptionId.toLowerCase()))
      namedSubscriptions.set(subscriptionId.toLowerCase(), {
        subscriptionId,
        displayName: subscriptionId,
        state: 'Enabled',
        quotaId: '',
      })
    if (parseId(resource.id) === undefined || group === undefined) return
    const groupKey = `${subscriptionId}/${group}`.toLowerCase()
    const location = namedGroups.get(groupKey)?.location || (resource.location ?? '')
    namedGroups.set(groupKey, { subscriptionId, name: namedGroups.get(groupKey)?.name ?? group, location })
  }

  return {
    resources,
    subscriptions,
    add(item: Exclude<ReturnType<typeof readItem>, { is: 'wrong' }>) {
      if (item.is === 'group')
        groups.set(`${item.group.subscriptionId}/${item.group.name}`.toLowerCase(), item.group)
      else tenant ??= item.tenantId
      if (item.is === 'subscription')
        subscriptions.set(item.subscription.subscriptionId.toLowerCase(), item.subscription)
      if (item.is !== 'resources') return
      if (item.resources[0] !== undefined) countItem(item.resources[0].id)
      item.resources.forEach(addResource)
    },
    isEmpty: () => resources.size + subscriptions.size + groups.size === 0,
    tenantId: () => tenant,
    repeated: () => repeated,
    // A snapshot names groups without their location, which nobody read.
    describedGroups: () =>
      [...groups].map(([key, group]) => ({
        ...group,
        location: group.location || (namedGroups.get(key)?.location ?? ''),
      })),
    missingGroups: () => [...namedGroups].filter(([key]) => !groups.has(key)).map(([, group]) => group),
    missingSubscriptions() {
      for (const { subscriptionId } of groups.values()) {
        if (!namedSubscriptions.has(subscriptionId.toLowerCase()))
          namedSubscriptions.set(subscriptionId.toLowerCase(), {
            subscriptionId,
            displayName: subscriptionId,
            state: 'Enabled',
            quotaId: '',
          })
      }
      return [...namedSubscriptions].filter(([key]) => !subscriptions.has(key)).map(([, one]) => one)
    },
  }
}

function isRead(resource: EstateResource): boolean {
  return resource.body?.properties !== undefined
}

/** An entry of `subscriptions` may go without an id: ARM's members name it. */
function withScopeId(item: Json): Json {
  if (!isObject(item) || item.id !== undefined || typeof item.subscriptionId !== 'string') return item
  return { ...item, id: `/subscriptions/${item.subscriptionId}` }
}

function tenantOf(around: JsonObject, tenantId: string | undefined): Estate['tenant'] {
  const given = isObject(around.tenant) ? around.tenant : {}
  return {
    tenantId: textAt(given.tenantId) ?? tenantId ?? '00000000-0000-0000-0000-000000000000',
    displayName: textAt(given.displayName) ?? '',
    defaultDomain: textAt(given.defaultDomain) ?? '',
    countryCode: textAt(given.countryCode) ?? '',
  }
}

function reportOf(resources: EstateResource[]) {
  const types = new Map<string, number>()
  const unknown = new Map<string, number>()
  const members = new Map<string, number>()
  const spelling = new Map<string, string>()
  for (const resource of resources) {
    const type = typeNameOf(resource)
    const name = spelling.get(type.toLowerCase()) ?? type
    spelling.set(type.toLowerCase(), name)
    count(types, name)
    if (networkTypeOfId(resource.id) === undefined) count(unknown, name)
    for (const member of unknownMembersOf(resource.body ?? {})) count(members, member)
  }
  return {
    resources: resources.length,
    types: tallies(types),
    unknownTypes: tallies(unknown),
    unknownMembers: tallies(members),
    generic: resources.filter((resource) => !isRead(resource)).length,
  }
}

function typeNameOf({ id, body }: EstateResource): string {
  const known = networkTypeOfId(id)
  if (known !== undefined) return `Microsoft.Network/${known.type}`
  const parsed = parseId(id)
  return textAt(body?.type) ?? (parsed === undefined ? 'no type' : `${parsed.namespace}/${parsed.type}`)
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function tallies(counts: Map<string, number>): Tally[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((one, other) => other.count - one.count || (one.name < other.name ? -1 : 1))
}

function told(problems: FileProblem[]): FileProblem[] {
  if (problems.length <= TOLD) return problems
  const more = problems.length - TOLD
  return [...problems.slice(0, TOLD), { where: 'further on', what: `${more} more problems of this kind` }]
}
