import type { Json, JsonObject } from '../../lib/json.ts'
import { isJsonObject } from '../../lib/json.ts'
import { count, sentenceList } from '../format.ts'
import type { HubError } from '../errors.ts'
import type { Subscription, SubscriptionInventory, Unreadable } from '../inventory.ts'
import { keyOf, parentId } from '../paths.ts'
import type { Resource } from '../resources/resource.ts'
import { withoutSensitive } from './without-sensitive.ts'

export interface SnapshotInput {
  subscriptions: readonly Subscription[]
  inventories: readonly SubscriptionInventory[]
  /** What was read beside the inventories, by `snapshotReads`. */
  beside: readonly Resource[]
  /** Of those, what could not be read or was not. */
  unreadBeside: readonly Unreadable[]
  /** Milliseconds since the epoch. */
  takenAt: number
}

/** How far a snapshot is. */
export type SnapshotProgress =
  /** Nothing was read yet, or not all of it. */
  | { is: 'waiting' }
  | { is: 'ready' }
  | { is: 'reading'; done: number; of: number }
  /** How many things could not be read and are named in the file. */
  | { is: 'saved'; name: string; unread: number }
  | { is: 'failed'; why: string }

/** One more reading for a snapshot: a list of children, or a resource whose list leaves members out. */
export type SnapshotRead =
  | { is: 'children'; parent: string; segment: string; what: string; action: string }
  | { is: 'resource'; id: string; what: string; action: string }

const HUB_CHILDREN: Record<string, string> = {
  hubVirtualNetworkConnections: 'virtual network connections',
  hubRouteTables: 'route tables',
  routingIntent: 'routing intent',
  bgpConnections: 'BGP peers',
}

/** ARM lists these three by resource group, after it has found the groups with a filter (ARM contract 10). */
const FOUND_BY_FILTER = ['virtualNetworkGateways', 'connections', 'localNetworkGateways']

/**
 * What inventories do not hold and pages show: children of hubs, hub VPN gateways, whose list leaves out addresses
 * (recorded behaviour 4), and after them the statuses that are still open, which may be too many.
 */
export function snapshotReads(inventories: readonly SubscriptionInventory[]): SnapshotRead[] {
  const all = inventories.flatMap(({ resources }) => resources)
  return [
    ...all.flatMap((resource): SnapshotRead[] => {
      if (resource.kind === 'vpnGateway' && resource.source !== 'get')
        return [
          {
            is: 'resource',
            id: resource.id,
            what: 'addresses of a hub VPN gateway',
            action: `${resource.type}/read`,
          },
        ]
      if (resource.kind !== 'virtualHub') return []
      return Object.entries(HUB_CHILDREN).map(([segment, what]) => ({
        is: 'children',
        parent: resource.id,
        segment,
        what,
        action: `Microsoft.Network/virtualHubs/${segment}/read`,
      }))
    }),
    ...all.filter(lacksStatus).map(({ id, type }) => ({
      is: 'resource' as const,
      id,
      what: 'connection status',
      action: `${type}/read`,
    })),
  ]
}

/** Only a GET tells the status of a connection: neither a list nor Resource Graph does. */
function lacksStatus({ kind, source }: Resource): boolean {
  return (kind === 'connection' || kind === 'vpnConnection') && source !== 'get'
}

/** A reading of a snapshot that failed, or that was not tried. */
export function unreadInSnapshot(read: SnapshotRead, error: HubError): Unreadable {
  const scope = read.is === 'children' ? read.parent : read.id
  return { scope, what: read.what, action: read.action, error }
}

export const NOT_TRIED: HubError = {
  kind: 'conflict',
  code: 'NotReadInSnapshot',
  message: 'This was not read when the snapshot was taken: there was too much of it.',
  details: [],
}

/**
 * Everything that was read as one JSON text, an estate file with a head that says when and of what it was taken and what could
 * not be read. No secret and no service key is in it; what was cut is named. The same input gives the same text.
 */
export function snapshotText(input: SnapshotInput): string {
  const { subscriptions, takenAt } = input
  const cut = new Set<string>()
  const resources = newest(input)
  const own = [...resources.values()]
    .filter((resource) => !isInlined(resource, resources))
    .sort((one, other) => depth(one) - depth(other) || (one.key < other.key ? -1 : 1))
  const bodies = own.map(({ body }) => withoutSensitive(body, cut))
  const file = {
    snapshot: {
      takenAt: new Date(takenAt).toISOString(),
      scope: scopeText(subscriptions),
      by: 'Hybrid Connectivity Hub',
      unreadable: unreadIn(input).map(unreadableEntry),
      cut: [...cut].sort(),
    },
    subscriptions: subscriptions.map(({ subscriptionId, displayName, tenantId, state }) => ({
      id: `/subscriptions/${subscriptionId}`,
      subscriptionId,
      displayName,
      tenantId,
      state,
    })),
    resourceGroups: groupsOf(own),
    resources: bodies,
  }
  return `${JSON.stringify(file, undefined, 1)}\n`
}

/** What the file says could not be read, request by request, each once. */
export function unreadIn(input: SnapshotInput): Unreadable[] {
  const resources = newest(input)
  const all = [
    ...input.inventories.flatMap(({ subscriptionId, unreadable }) => {
      if (unreadable.length === 0) return []
      const own = [...resources.values()].filter((one) => keyOf(one.subscriptionId) === keyOf(subscriptionId))
      return unreadable.flatMap((one) => asked(one, own))
    }),
    ...input.unreadBeside,
  ]
  return [...new Map(all.map((one) => [keyOf(`${one.scope} ${one.action}`), one])).values()]
}

/** Nobody read them; that they are there, the ids of resources say. */
function groupsOf(resources: readonly Resource[]): { id: string; name: string }[] {
  const groups = new Map<string, { id: string; name: string }>()
  for (const { subscriptionId, resourceGroup: name } of resources) {
    const id = `/subscriptions/${subscriptionId}/resourceGroups/${name}`
    if (name !== '' && !groups.has(keyOf(id))) groups.set(keyOf(id), { id, name })
  }
  return [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, group]) => group)
}

function newest({ inventories, beside }: SnapshotInput): Map<string, Resource> {
  const resources = new Map<string, Resource>()
  for (const resource of [...inventories.flatMap((inventory) => inventory.resources), ...beside]) {
    const known = resources.get(resource.key)
    if (!known || known.readAt <= resource.readAt) resources.set(resource.key, resource)
  }
  return resources
}

/** `hub-snapshot-2026-11-25T0930Z.json`, in UTC so that files of two people sort. */
export function snapshotFileName(takenAt: number): string {
  const [date, time = ''] = new Date(takenAt).toISOString().split('T')
  return `hub-snapshot-${date}T${time.slice(0, 5).replace(':', '')}Z.json`
}

function scopeText(subscriptions: readonly Subscription[]): string {
  const names = subscriptions.map(({ displayName }) => displayName)
  if (names.length <= 3) return sentenceList(names)
  return `${names.slice(0, 2).join(', ')} and ${count(names.length - 2, 'more subscription', 'more subscriptions')}`
}

/** The body of its parent says all of it. Not so when the child was read by itself, since that tells more. */
function isInlined(resource: Resource, all: ReadonlyMap<string, Resource>): boolean {
  if (resource.source === 'get') return false
  const parent = all.get(keyOf(parentId(resource.id) ?? ''))
  const properties = parent?.body.properties
  if (!isJsonObject(properties)) return false
  return Object.values(properties).some(
    (member) => Array.isArray(member) && member.some((item) => holds(item, resource.key)),
  )
}

function holds(item: Json, key: string): boolean {
  return (
    isJsonObject(item) &&
    typeof item.id === 'string' &&
    keyOf(item.id) === key &&
    item.properties !== undefined
  )
}

function depth({ id }: Resource): number {
  return id.split('/').length
}

/**
 * What was asked for, request by request, so that whoever opens the file can refuse the same: a filter that failed stands for
 * each type it did not find, statuses told as one for each connection without.
 */
function asked(unreadable: Unreadable, resources: readonly Resource[]): Unreadable[] {
  const ofFilter = unreadable.action === 'Microsoft.Resources/subscriptions/resources/read'
  if (ofFilter) {
    const found = new Set(resources.map(({ type }) => type.split('/')[1]?.toLowerCase()))
    return FOUND_BY_FILTER.filter((type) => !found.has(type.toLowerCase())).map((type) => ({
      ...unreadable,
      action: `Microsoft.Network/${type}/read`,
    }))
  }
  // Read since, for the snapshot itself.
  if (resources.some(({ key, source }) => key === keyOf(unreadable.scope) && source === 'get')) return []
  if (!unreadable.action.includes('*') || resources.length === 0) return [unreadable]
  return resources.filter(lacksStatus).map((resource) => ({
    scope: resource.id,
    what: 'connection status',
    action: `${resource.type}/read`,
    error: unreadable.error,
  }))
}

function unreadableEntry({ scope, what, action, error }: Unreadable): JsonObject {
  const { kind, code, status } = error
  const message = /[?&]sig=/i.test(error.message) ? '' : error.message
  return { scope, what, action, error: { kind, code, message, status } }
}
