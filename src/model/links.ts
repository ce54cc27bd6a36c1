import { bySubscription, type BySubscription } from './by-subscription.ts'
import type { Link } from './estate.ts'
import { keyOf } from './paths.ts'
import { referencesOf, type Reference } from './resources/references.ts'
import type { Resource } from './resources/resource.ts'

type Resources = Pick<ReadonlyMap<string, Resource>, 'get'>

/** A reference from its target's side. */
interface Incoming {
  /** Key and id of the resource that refers. */
  key: string
  id: string
  inverse: string
}

/** Both directions, by key; a reference to something that was not read stays, with the id as it was spelt. */
export interface Links {
  at: BySubscription<readonly Link[]>
  incoming: BySubscription<readonly Incoming[]>
}

export const NO_LINKS: Links = { at: bySubscription(), incoming: bySubscription() }

/**
 * Links after `changed` resources came, went or were read again. What a resource is linked by comes in the order of ids,
 * not of arrival; links that nothing has changed for are the same arrays.
 * @returns also the keys whose links were made anew
 */
export function relink(
  links: Links,
  before: Resources,
  resources: Resources,
  changed: Iterable<string>,
): { links: Links; touched: ReadonlySet<string> } {
  const touched = new Set<string>()
  const gone = new Map<string, Set<string>>()
  const come = new Map<string, Incoming[]>()
  const respelt: string[] = []
  for (const key of changed) {
    const was = before.get(key)
    const is = resources.get(key)
    const old = was ? referencesOf(was) : []
    const now = is ? referencesOf(is) : []
    if (was?.id !== is?.id) respelt.push(key)
    else if (sameReferences(old, now)) continue
    touched.add(key)
    for (const { id } of old) into(gone, keyOf(id), () => new Set<string>()).add(key)
    if (is)
      for (const { id, inverse } of now)
        into(come, keyOf(id), (): Incoming[] => []).push({ key, id: is.id, inverse })
  }

  const turned = new Map<string, readonly Incoming[]>()
  for (const target of new Set([...gone.keys(), ...come.keys()])) {
    touched.add(target)
    const left = links.incoming.get(target)?.filter(({ key }) => !gone.get(target)?.has(key)) ?? []
    turned.set(target, [...left, ...(come.get(target) ?? [])])
  }
  const incoming = links.incoming.edited(turned)
  // A link is spelt as its target is, so those that name something new are spelt anew.
  for (const key of respelt) for (const referrer of incoming.get(key) ?? []) touched.add(referrer.key)

  const made = new Map<string, readonly Link[] | undefined>()
  for (const key of touched) {
    const around = linksAt(key, resources, incoming.get(key) ?? [])
    made.set(key, around.length > 0 ? around : undefined)
  }
  return { links: { at: links.at.edited(made), incoming }, touched }
}

function sameReferences(one: readonly Reference[], other: readonly Reference[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ id, role, inverse }, index) => {
      const its = other[index]
      return id === its?.id && role === its.role && inverse === its.inverse
    })
  )
}

function linksAt(key: string, resources: Resources, incoming: readonly Incoming[]): Link[] {
  const links: Link[] = []
  const seen = new Set<string>()
  const add = (otherKey: string, link: Link) => {
    const mark = `${link.role}\n${otherKey}`
    if (!seen.has(mark)) links.push(link)
    seen.add(mark)
  }
  const own = resources.get(key)
  for (const { id, role } of own ? referencesOf(own) : []) {
    const target = keyOf(id)
    add(target, { role, id: resources.get(target)?.id ?? id, direction: 'uses' })
  }
  for (const { key: from, id, inverse } of incoming.toSorted((a, b) => (a.key < b.key ? -1 : 1)))
    add(from, { role: inverse, id, direction: 'usedBy' })
  return links
}

function into<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const made = make()
  map.set(key, made)
  return made
}
