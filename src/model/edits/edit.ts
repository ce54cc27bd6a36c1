import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'

/** One member of a resource's body that an edit sets, changes or takes away. */
export interface MemberChange {
  /** From the top of the body: `['tags', 'env']`. */
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
export interface Edit {
  /** ARM id of the resource. */
  id: string
  name: string
  method: 'PATCH'
  /** The one member of the body that is sent, whole. Nothing is sent when Azure has it otherwise than `was`. */
  member: string
  /** That member as it was read, without secrets. */
  was: Json | undefined
  changes: readonly MemberChange[]
  /** Goes on after "change": `the tags of vgw-weu-prod`. */
  what: string
  /** What else it does, as sentences for the one who decides. */
  effect: string
  /** The right it needs, in ARM's spelling. */
  action: string
  /** Keys of what no other write may hold meanwhile: see `heldBy`. */
  holds: readonly string[]
}

/** The body to send, from the whole body as it stands in Azure. */
export function bodyOf(edit: Edit, body: JsonObject): JsonObject {
  return { [edit.member]: withChanges(body, edit.changes)[edit.member] ?? {} }
}

/** How a body, without its secrets, stands to an edit: it is as the edit wants it, as it was, or neither. */
export function standing(edit: Edit, body: JsonObject): 'asWanted' | 'asBefore' | 'otherwise' {
  const now = body[edit.member]
  if (sameJson(now, bodyOf(edit, { [edit.member]: edit.was })[edit.member])) return 'asWanted'
  return sameJson(now, edit.was) ? 'asBefore' : 'otherwise'
}

/** What takes the changes back. */
export function reversed(changes: readonly MemberChange[]): MemberChange[] {
  return changes.map(({ path, from, to }) => ({
    path,
    ...(to !== undefined && { from: to }),
    ...(from !== undefined && { to: from }),
  }))
}

/** A copy with the changes made; whatever they do not name stays as it is, in its place. */
export function withChanges(body: JsonObject, changes: readonly MemberChange[]): JsonObject {
  return changes.reduce((changed, { path, to }) => withMember(changed, path, to), body)
}

function withMember(body: JsonObject, [name, ...rest]: readonly string[], to: Json | undefined): JsonObject {
  if (name === undefined) return body
  // Names are anybody's: `__proto__` must be a member like any other.
  const members = new Map(Object.entries(body))
  if (rest.length === 0) {
    if (to === undefined) members.delete(name)
    else members.set(name, to)
  } else {
    const inner = members.get(name)
    members.set(name, withMember(isJsonObject(inner) ? inner : {}, rest, to))
  }
  return Object.fromEntries(members)
}

/** Equal whatever the order of members. Nothing, `null` and an empty object are the same: ARM leaves out what is empty. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  return canonical(one) === canonical(other)
}

function canonical(value: Json | undefined): string {
  if (value === undefined || value === null || (isJsonObject(value) && Object.keys(value).length === 0))
    return ''
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (!isJsonObject(value)) return JSON.stringify(value)
  const members = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${members
    .map(([name, inner]) => `${JSON.stringify(name)}:${canonical(inner)}`)
    .sort()
    .join()}}`
}
