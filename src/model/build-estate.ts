import { bySubscription, subscriptionOf, type BySubscription } from './by-subscription.ts'
import type { Estate, Link } from './estate.ts'
import type { Subscription, SubscriptionInventory } from './inventory.ts'
import { NO_LINKS, relink, type Links } from './links.ts'
import { makeRow } from './list/make-row.ts'
import type { Row } from './list/row.ts'
import type { Resource } from './resources/resource.ts'
import {
  judgeAlone,
  judgeAmongOthers,
  judged,
  leansOnOthers,
  type Judged,
  type Lookup,
} from './status/judged.ts'

/** All that was made of one resource. Never changed: the next estate takes it over or makes another. */
interface Joined {
  own: Judged
  full: Judged
  row: Row
}

/** One subscription's share of an estate. */
interface Part {
  readings: readonly SubscriptionInventory[]
  name: string
  resources: ReadonlyMap<string, Resource>
  rows: Row[]
}

/** What an estate was made from; the next one is made from what is still true of it. */
interface Workings {
  parts: ReadonlyMap<string, Part>
  resources: BySubscription<Resource>
  links: Links
  joined: BySubscription<Joined>
  /** Who ever looked at a key. It only grows, and is shared: one too many is looked at in vain. */
  lookers: Map<string, Set<string>>
}

const workings = new WeakMap<Estate, Workings>()
const NONE: readonly Link[] = []

/**
 * Joins what was read into one estate. A resource read twice is taken as it was read last. An inventory holds resources
 * of its own subscription only.
 * @param before an earlier estate: the result is the same with and without it, but what nothing has changed for is taken over
 */
export function buildEstate(
  subscriptions: readonly Subscription[],
  inventories: readonly SubscriptionInventory[],
  before?: Estate,
): Estate {
  const known = (before && workings.get(before)) ?? nothing()
  const parts = partsOf(subscriptions, inventories, known.parts)
  const changed = changedKeys(known.parts, parts)
  const resources = bySubscription(new Map([...parts].map(([key, part]) => [key, part.resources])))
  const { links, touched } = relink(known.links, known.resources, resources, changed)

  const { lookers } = known
  const own = new Map<string, Judged>()
  const lookup: Lookup = {
    resource: resources.get,
    links: (key) => links.at.get(key) ?? NONE,
    own: (key) => (own.get(key) ?? known.joined.get(key)?.own)?.judgement,
  }
  const first = withLookers(new Set([...changed, ...touched]), lookers)
  const turned = new Set<string>()
  for (const key of first) {
    const resource = resources.get(key)
    const was = known.joined.get(key)?.own
    if (resource) own.set(key, judged(resource, was, lookup, judgeAlone))
    if (own.get(key) !== was) turned.add(key)
  }

  const made = new Map<string, Joined | undefined>()
  const join = (key: string, name: string) => {
    const resource = resources.get(key)
    const was = known.joined.get(key)
    const alone = own.get(key) ?? was?.own
    if (!resource || !alone) return made.set(key, undefined)
    const full = leansOnOthers(resource) ? judged(resource, was?.full, lookup, judgeAmongOthers) : alone
    for (const { key: seen } of [...alone.looks, ...full.looks]) lookersOf(lookers, seen).add(key)
    const holds =
      was?.full === full && was.own === alone && was.row.subscriptionName === name && !touched.has(key)
    if (holds) return undefined
    return made.set(key, {
      own: alone,
      full,
      row: makeRow(resource, lookup.links(key), full.judgement, name),
    })
  }
  for (const key of new Set([...first, ...withLookers(turned, lookers)]))
    join(key, parts.get(subscriptionOf(key))?.name ?? '')
  for (const [subscription, { name, resources: all }] of parts)
    if (known.parts.get(subscription)?.name !== name) for (const key of all.keys()) join(key, name)

  const joined = known.joined.edited(made)
  const dirty = new Set([...made.keys()].map(subscriptionOf))
  for (const [subscription, part] of parts) {
    const of = joined.of(subscription)
    if (dirty.has(subscription) || part.rows.length !== part.resources.size)
      part.rows = [...part.resources.keys()].flatMap((key) => of.get(key)?.row ?? [])
  }
  const estate: Estate = {
    subscriptions,
    unreadable: inventories.flatMap(({ unreadable }) => unreadable),
    resources,
    rows: [...parts.values()].flatMap(({ rows }) => rows),
    row: (key) => joined.get(key)?.row,
    judgement: (key) => joined.get(key)?.full.judgement,
    links: lookup.links,
  }
  workings.set(estate, { parts, resources, links, joined, lookers })
  return estate
}

function nothing(): Workings {
  return {
    parts: new Map(),
    resources: bySubscription(),
    links: NO_LINKS,
    joined: bySubscription(),
    lookers: new Map(),
  }
}

/** In the order of the inventories. A part whose inventories hold the same objects as before keeps its resources. */
function partsOf(
  subscriptions: readonly Subscription[],
  inventories: readonly SubscriptionInventory[],
  before: ReadonlyMap<string, Part>,
): Map<string, Part> {
  const names = new Map(subscriptions.map((one) => [one.subscriptionId.toLowerCase(), one.displayName]))
  const readings = new Map<string, SubscriptionInventory[]>()
  for (const inventory of inventories) {
    const subscription = inventory.subscriptionId.toLowerCase()
    const others = readings.get(subscription)
    if (others) others.push(inventory)
    else readings.set(subscription, [inventory])
  }
  const parts = new Map<string, Part>()
  for (const [subscription, read] of readings) {
    const was = before.get(subscription)
    const name = names.get(subscription) ?? read[0]?.subscriptionId ?? subscription
    const same =
      was?.readings.length === read.length && read.every((one, at) => isSame(one, was.readings[at]))
    parts.set(subscription, {
      readings: read,
      name,
      resources: same ? was.resources : newest(read),
      rows: same ? was.rows : [],
    })
  }
  return parts
}

/** A source may make its inventories anew at each step; what counts is what is in them. */
function isSame(one: SubscriptionInventory, other: SubscriptionInventory | undefined): boolean {
  const { resources } = one
  if (resources.length !== other?.resources.length) return false
  return one === other || resources.every((resource, at) => resource === other.resources[at])
}

function newest(inventories: readonly SubscriptionInventory[]): Map<string, Resource> {
  const resources = new Map<string, Resource>()
  for (const { resources: read } of inventories) {
    for (const resource of read) {
      const known = resources.get(resource.key)
      if (!known || known.readAt <= resource.readAt) resources.set(resource.key, resource)
    }
  }
  return resources
}

/** Keys whose resource is another object than before, or came, or went. */
function changedKeys(before: ReadonlyMap<string, Part>, now: ReadonlyMap<string, Part>): string[] {
  const changed: string[] = []
  for (const [subscription, { resources }] of now) {
    const was = before.get(subscription)?.resources
    if (was === resources) continue
    for (const [key, resource] of resources) if (was?.get(key) !== resource) changed.push(key)
    if (was) for (const key of was.keys()) if (!resources.has(key)) changed.push(key)
  }
  for (const [subscription, { resources }] of before)
    if (!now.has(subscription)) changed.push(...resources.keys())
  return changed
}

function lookersOf(lookers: Map<string, Set<string>>, key: string): Set<string> {
  const known = lookers.get(key) ?? new Set<string>()
  lookers.set(key, known)
  return known
}

function withLookers(
  keys: ReadonlySet<string>,
  lookers: ReadonlyMap<string, ReadonlySet<string>>,
): Set<string> {
  const all = new Set(keys)
  for (const key of keys) for (const looker of lookers.get(key) ?? []) all.add(looker)
  return all
}
