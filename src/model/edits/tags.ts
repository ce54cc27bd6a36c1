import { isJsonObject, type JsonObject } from '../../lib/json.ts'
import { typeOfId } from '../paths.ts'
import { kindRow } from '../resources/kinds.ts'
import type { Kind, Resource } from '../resources/resource.ts'
import type { MemberChange, Patch } from './edit.ts'
import { heldBy } from './held-by.ts'
import { isBlank, type Tag } from './tag-rules.ts'

/** Tags as they stand on the wire. What is no text there is nobody's to change here, and stays. */
export type Tags = Readonly<JsonObject>

export function tagsOf({ body }: Resource): Tags {
  return isJsonObject(body.tags) ? body.tags : {}
}

/** Types whose tags change by a PATCH of nothing but the tags (ARM contract 9, the rows `updateTags`). */
const PATCHED: ReadonlySet<Kind> = new Set([
  'virtualNetworkGateway',
  'connection',
  'localNetworkGateway',
  'expressRouteCircuit',
  'expressRoutePort',
  'expressRouteGateway',
  'virtualWan',
  'virtualHub',
  'vpnGateway',
  'vpnSite',
  'vpnServerConfiguration',
  'p2sVpnGateway',
  'virtualNetwork',
  'publicIPAddress',
  'azureFirewall',
])

/** Whether the tags of a resource can be changed here, and if not, why. */
export function tagsEditable(resource: Resource): { is: 'yes' } | { is: 'no'; why: string } {
  if (PATCHED.has(resource.kind)) return { is: 'yes' }
  const { parent } = kindRow(resource.kind)
  if (parent !== undefined)
    return {
      is: 'no',
      why: `Azure keeps no tags of its own for it: those of the ${inSentence(kindRow(parent).name)} count.`,
    }
  return {
    is: 'no',
    why:
      'This hub does not change the tags of this type: it knows no request that would change nothing else. The Azure portal ' +
      'can.',
  }
}

/**
 * Changes the tags of a resource and nothing else. Azure answers at once, also while the resource is busy with something
 * else (recorded behaviour 2.2 and 7).
 * @param base the tags the rows were made from
 */
export function tagsEdit(resource: Resource, base: Tags, rows: readonly Tag[]): Patch {
  return {
    id: resource.id,
    name: resource.name,
    is: 'edit',
    topic: 'tags',
    method: 'PATCH',
    member: 'tags',
    was: base,
    changes: tagChanges(base, rows),
    what: `the tags of ${resource.name}`,
    effect: 'Only the tags change. Nothing restarts and no traffic stops.',
    action: `${resource.type || (typeOfId(resource.id) ?? '')}/write`,
    holds: heldBy(resource),
  }
}

/** One tag set, or taken off, and the others as they are. */
export function tagEdit(resource: Resource, name: string, value: string | undefined): Patch {
  const base = tagsOf(resource)
  const others = rowsOf(base).filter((row) => row.name.toLowerCase() !== name.toLowerCase())
  return tagsEdit(resource, base, value === undefined ? others : [...others, { name, value }])
}

/** What differs, removals first; blank rows count for nothing. */
export function tagChanges(base: Tags, rows: readonly Tag[]): MemberChange[] {
  const wanted = wantedTags(rows)
  const removed = Object.entries(base).flatMap(([name, from]) =>
    wanted.has(name) || typeof from !== 'string' ? [] : [{ path: ['tags', name], from }],
  )
  const set = [...wanted].flatMap(([name, to]): MemberChange[] => {
    const from = Object.hasOwn(base, name) ? base[name] : undefined
    if (from === to) return []
    return [{ path: ['tags', name], ...(from !== undefined && { from }), to }]
  })
  return [...removed, ...set]
}

/** The rows for tags: one for each, in their order. */
export function rowsOf(tags: Tags): Tag[] {
  return textTags(tags).map(([name, value]) => ({ name, value }))
}

/** The same changes made to tags that are others by now. */
export function rebased(base: Tags, rows: readonly Tag[], now: Tags): Tag[] {
  const tags = new Map(textTags(now))
  for (const { path, to } of tagChanges(base, rows)) {
    const name = path[1] ?? ''
    if (typeof to === 'string') tags.set(name, to)
    else tags.delete(name)
  }
  return [...tags].map(([name, value]) => ({ name, value }))
}

/** One tag that somebody else changed meanwhile; absent where there is none. */
export interface TagDifference {
  name: string
  was?: string
  now?: string
  wanted?: string
}

/** What changed in Azure since the rows were made, beside what the rows want. */
export function differencesSince(base: Tags, now: Tags, rows: readonly Tag[]): TagDifference[] {
  const wanted = wantedTags(rows)
  const before = new Map(textTags(base))
  const after = new Map(textTags(now))
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((name) => before.get(name) !== after.get(name))
    .map((name) => ({ name, was: before.get(name), now: after.get(name), wanted: wanted.get(name) }))
}

function textTags(tags: Tags): [string, string][] {
  return Object.entries(tags).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []))
}

function wantedTags(rows: readonly Tag[]): Map<string, string> {
  return new Map(rows.filter((row) => !isBlank(row)).map(({ name, value }) => [name, value]))
}

/** `Virtual hub` within a sentence; `VPN gateway` keeps its capitals. */
function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) && !name.startsWith('ExpressRoute')
    ? name.charAt(0).toLowerCase() + name.slice(1)
    : name
}
