import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import type { WriteFacts } from './write-facts.ts'

/** One member of a resource's body that an edit sets, changes or takes away. */
export interface MemberChange {
  /** From the top of the body: `['tags', 'env']`; see `withChanges`. */
  path: readonly string[]
  /** As it was read; absent: it was not there. */
  from?: Json
  /** Absent: it goes. */
  to?: Json
}

/**
 * A change of one resource, as plain data: it is shown before it is sent, waits in a queue, outlives a reload, and is
 * turned around for "Put back". It says what changes, not what the body will be: that is made of the answer to a read just
 * before, so every member the app does not know stays. It holds no secret.
 */
export type Edit = Patch | Replacement

interface EditFacts extends WriteFacts {
  is: 'edit'
  changes: readonly MemberChange[]
}

/** PATCH of the one member ARM lets change by itself: the tags. */
export interface Patch extends EditFacts {
  method: 'PATCH'
  /** The one member of the body that is sent, whole. Nothing is sent when Azure has it otherwise than `was`. */
  member: string
  /** That member as it was read, without secrets. */
  was: Json | undefined
}

/** PUT of the whole body as it was read just before, with the changes made in it. */
export interface Replacement extends EditFacts {
  method: 'PUT'
  /** There is no such resource yet: the changes are its body. One that somebody made meanwhile is a conflict. */
  creates?: true
  /**
   * Secrets go with it that were typed, by the address of their RADIUS server or as a peering's `sharedKey`: as with an action they are handed to the queue
   * apart. Their words: `the secrets of RADIUS servers`. They cannot be read, so a body that is as wanted is sent all the same.
   */
  secret?: string
}

/** The body to send, from the whole body as it stands in Azure. */
export function bodyOf(edit: Edit, body: JsonObject): JsonObject {
  const changed = withChanges(body, edit.changes)
  return edit.method === 'PUT' ? changed : { [edit.member]: changed[edit.member] ?? {} }
}

/** Nothing but secrets is set, which no reading tells. */
export function isOfSecretsAlone(edit: Edit): boolean {
  return edit.method === 'PUT' && edit.secret !== undefined && edit.changes.length === 0
}

/** How a body, without its secrets, stands to an edit: it is as the edit wants it, as it was, or neither. */
export function standing(edit: Edit, body: JsonObject): 'asWanted' | 'asBefore' | 'otherwise' {
  if (edit.method === 'PUT') {
    // What was sent comes back with more: Azure fills in what was left out. It is what an edit turned around starts from.
    const isThere = ({ path, to }: MemberChange) =>
      includes(memberAt(body, path), to) || (edit.creates === true && isFilled(memberAt(body, path), to))
    if (edit.changes.every(isThere)) return 'asWanted'
    const asBefore = edit.changes.every(({ path, from }) => includes(memberAt(body, path), from))
    return asBefore ? 'asBefore' : 'otherwise'
  }
  const now = body[edit.member]
  if (sameJson(now, bodyOf(edit, { [edit.member]: edit.was })[edit.member])) return 'asWanted'
  return sameJson(now, edit.was) ? 'asBefore' : 'otherwise'
}

/** What takes the changes back: the last first, since steps into lists are counted. */
export function reversed(changes: readonly MemberChange[]): MemberChange[] {
  return changes.toReversed().map(({ path, from, to }) => ({
    path,
    ...(to !== undefined && { from: to }),
    ...(from !== undefined && { to: from }),
  }))
}

/**
 * A copy with the changes made; whatever they do not name stays as it is, in its place. A step into a list is an index:
 * `['properties', 'ipConfigurations', '0', 'name']`; an item past its end is added, one that goes moves the rest up.
 */
export function withChanges(body: JsonObject, changes: readonly MemberChange[]): JsonObject {
  return changes.reduce((changed, { path, to }) => withMember(changed, path, to), body)
}

/** @returns `undefined` where there is no such member */
export function memberAt(body: Json | undefined, path: readonly string[]): Json | undefined {
  let at = body
  for (const name of path) {
    if (Array.isArray(at)) at = at[Number(name)]
    else at = isJsonObject(at) && Object.hasOwn(at, name) ? at[name] : undefined
  }
  return at
}

function withMember(body: JsonObject, [name, ...rest]: readonly string[], to: Json | undefined): JsonObject {
  if (name === undefined) return body
  // Names are anybody's: `__proto__` must be a member like any other.
  const members = new Map(Object.entries(body))
  const value = rest.length === 0 ? to : within(members.get(name), rest, to)
  if (value === undefined) members.delete(name)
  else members.set(name, value)
  return Object.fromEntries(members)
}

function within(inner: Json | undefined, path: readonly string[], to: Json | undefined): Json {
  return Array.isArray(inner)
    ? withItem(inner, path, to)
    : withMember(isJsonObject(inner) ? inner : {}, path, to)
}

function withItem(items: Json[], [step = '', ...rest]: readonly string[], to: Json | undefined): Json[] {
  const index = Math.min(Number(step), items.length)
  const value = rest.length === 0 ? to : within(items[index], rest, to)
  return items.toSpliced(index, 1, ...(value === undefined ? [] : [value]))
}

/** Members that are Azure's alone (read-only in the published schema): each write may give them other values. */
export const OF_AZURE: ReadonlySet<string> = new Set([
  'etag',
  'provisioningState',
  'resourceGuid',
  'defaultBgpIpAddresses',
  'tunnelIpAddresses',
  'privateIPAddress',
])

/** Of what was made with nothing in it, as an authorization is: Azure fills it. */
function isFilled(value: Json | undefined, wanted: Json | undefined): boolean {
  return isJsonObject(value) && isJsonObject(wanted) && Object.keys(wanted).length === 0
}

/** Whether a value has all of another: members may be more, a list has the same items in the same order; nothing has nothing. */
function includes(value: Json | undefined, wanted: Json | undefined): boolean {
  if (Array.isArray(wanted) && Array.isArray(value))
    return value.length === wanted.length && wanted.every((item, index) => includes(value[index], item))
  if (isJsonObject(wanted) && isJsonObject(value) && canonical(wanted) !== '')
    return Object.entries(wanted).every(
      ([name, inner]) => OF_AZURE.has(name) || includes(memberAt(value, [name]), inner),
    )
  return sameJson(value, wanted)
}

/**
 * Equal whatever the order of members. Nothing, `null`, an empty object and an empty list are the same: ARM leaves out what
 * is empty.
 */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: Json | undefined): string {
  if (value === undefined || value === null) return ''
  if ((Array.isArray(value) ? value : Object.keys(isJsonObject(value) ? value : { value })).length === 0)
    return ''
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${members
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)
    .sort()
    .join()}}`
}
