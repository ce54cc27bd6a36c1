import type { Estate, Link } from './estate.ts'
import type { Subscription, SubscriptionInventory } from './inventory.ts'
import { makeRow } from './list/make-row.ts'
import type { Row } from './list/row.ts'
import { keyOf } from './paths.ts'
import { referencesOf } from './resources/references.ts'
import type { Resource } from './resources/resource.ts'
import { childReasons } from './status/children.ts'
import { judge } from './status/judge.ts'
import { withReasons } from './status/merge.ts'
import { overlapReasons } from './status/overlap.ts'
import type { Judgement } from './status/verdict.ts'

/** Joins what was read into one estate. A resource read twice is taken as it was read last. */
export function buildEstate(
  subscriptions: readonly Subscription[],
  inventories: readonly SubscriptionInventory[],
): Estate {
  const resources = newest(inventories)
  const links = linksOf(resources)
  const find = (id: string) => resources.get(keyOf(id))
  const linksAt = (key: string) => links.get(key) ?? []
  const judgements = judgeAll(resources, find, linksAt)
  const names = new Map(subscriptions.map((one) => [one.subscriptionId.toLowerCase(), one.displayName]))
  const rows = new Map<string, Row>()
  for (const [key, resource] of resources) {
    const judgement = judgements.get(key)
    if (!judgement) continue
    const subscription = names.get(resource.subscriptionId.toLowerCase()) ?? resource.subscriptionId
    rows.set(key, makeRow(resource, linksAt(key), judgement, subscription))
  }
  return {
    subscriptions,
    unreadable: inventories.flatMap(({ unreadable }) => unreadable),
    resources,
    rows: [...rows.values()],
    row: (key) => rows.get(key),
    judgement: (key) => judgements.get(key),
    links: linksAt,
  }
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

/** Both directions; a reference to something that was not read stays, with the id as it was spelt. */
function linksOf(resources: ReadonlyMap<string, Resource>): Map<string, Link[]> {
  const links = new Map<string, Link[]>()
  const seen = new Set<string>()
  const add = (key: string, link: Link) => {
    const mark = `${key}\n${link.role}\n${keyOf(link.id)}`
    if (seen.has(mark)) return
    seen.add(mark)
    const known = links.get(key)
    if (known) known.push(link)
    else links.set(key, [link])
  }
  for (const resource of resources.values()) {
    for (const { id, role, inverse } of referencesOf(resource)) {
      add(resource.key, { role, id: resources.get(keyOf(id))?.id ?? id, direction: 'uses' })
      add(keyOf(id), { role: inverse, id: resource.id, direction: 'usedBy' })
    }
  }
  return links
}

/** First each by its own states, then what connections and neighbours add. */
function judgeAll(
  resources: ReadonlyMap<string, Resource>,
  find: (id: string) => Resource | undefined,
  links: (key: string) => readonly Link[],
): Map<string, Judgement> {
  const own = new Map<string, Judgement>()
  for (const [key, resource] of resources) own.set(key, judge(resource, find))
  const judgements = new Map(own)
  for (const [key, resource] of resources) {
    const judgement = own.get(key)
    if (!judgement) continue
    const more = [
      ...childReasons(resource, links(key), (child) => own.get(child)),
      ...overlapReasons(resource, { find, links }),
    ]
    judgements.set(key, withReasons(judgement, more))
  }
  return judgements
}
