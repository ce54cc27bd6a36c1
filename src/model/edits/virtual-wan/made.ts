import type { Json } from '../../../lib/json.ts'
import type { Estate } from '../../estate.ts'
import { keyOf, parseArmId } from '../../paths.ts'
import { kindRow } from '../../resources/kinds.ts'
import type { Kind, Resource } from '../../resources/resource.ts'
import type { MemberChange, Replacement } from '../edit.ts'
import { heldBy, heldInHub } from '../held-by.ts'
import { setMembers } from '../set-members.ts'
import { topicOf } from '../write-topic.ts'
import type { Topic } from '../topics.ts'

export type Wanted = readonly (readonly [path: readonly string[], to: Json | undefined])[]

interface EditWords {
  topic: Topic
  /** Goes on after "change". */
  what: string
  effect: string
}

/** An edit of a resource: the members that differ from what is wanted, and changes that are more than a member. */
export function editOf(
  resource: Exclude<Resource, { kind: 'other' }>,
  estate: Estate,
  wanted: Wanted,
  { topic, what, effect }: EditWords,
  more: readonly MemberChange[] = [],
): Replacement {
  return {
    is: 'edit',
    method: 'PUT',
    topic,
    id: resource.id,
    name: resource.name,
    changes: [...setMembers(resource.body, wanted), ...more],
    what,
    effect,
    action: `Microsoft.Network/${kindRow(resource.kind).armType}/write`,
    ...heldInHub(resource, estate),
  }
}

interface New extends EditWords {
  kind: Kind
  id: string
  name: string
  /** Its body in wire shape. */
  body: readonly (readonly [path: readonly string[], to: Json | undefined])[]
  /** Ids of what is written with it, beside what it lives in. */
  besides?: readonly (string | undefined)[]
}

/**
 * Something that is made from the form of what it belongs to.
 * @param of whose form it is
 */
export function creationOf(
  of: Resource,
  estate: Estate,
  { kind, id, name, topic, what, effect, body, besides = [] }: New,
): Replacement {
  const isInside = keyOf(id).startsWith(`${of.key}/`)
  const known = besides.filter((one) => one !== undefined)
  const ofOthers = known.flatMap((one) => {
    const found = estate.resources.get(keyOf(one))
    return found ? heldBy(found, estate) : [keyOf(one)]
  })
  const { holds, hub } = heldInHub(of, estate)
  return {
    is: 'edit',
    method: 'PUT',
    topic: isInside ? topic : topicOf(topic, of.id),
    // Nothing has no name: what is asked about it, a right, is asked where it will be.
    id: name === '' ? of.id : id,
    name,
    creates: true,
    changes: body.flatMap(([path, to]) => (to === undefined ? [] : [{ path, to }])),
    what,
    effect,
    action: `Microsoft.Network/${kindRow(kind).armType}/write`,
    holds: [...new Set([...holds, ...(isInside ? [] : [keyOf(id)]), ...ofOthers])],
    ...(hub !== undefined && { hub }),
  }
}

/** Id of something new of the top level, beside another resource. */
export function besideId(resource: Resource, type: string, name: string, group = groupOf(resource)): string {
  return `/subscriptions/${resource.subscriptionId}/resourceGroups/${group.trim()}/providers/Microsoft.Network/${type}/${name}`
}

/** As it is spelt in the id. */
export function groupOf(resource: Resource): string {
  return parseArmId(resource.id)?.resourceGroup ?? resource.resourceGroup
}
