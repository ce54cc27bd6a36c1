import type { Json, JsonObject } from '../../lib/json.ts'
import { memberAt, type MemberChange, sameJson } from './edit.ts'

/** What differs between a body as it was read and what is wanted of it; members that are wanted as they are change nothing. */
export function setMembers(
  body: JsonObject,
  wanted: readonly (readonly [path: readonly string[], to: Json | undefined])[],
): MemberChange[] {
  return wanted.flatMap(([path, to]) => {
    const from = memberAt(body, path)
    // Azure leaves false out as often as it sends it.
    if (sameJson(from, to) || (to === false && from === undefined)) return []
    return [{ path, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }]
  })
}

/**
 * Changes of one item of a list stand and fall with its name: by its place alone they would be made in another one once somebody has taken
 * one away or put them in another order. The name is among them as it is, which changes nothing.
 * @param list path of the list, `at`: the place of the item in it
 */
export function ofNamed(
  body: JsonObject,
  list: readonly string[],
  at: number,
  changes: readonly MemberChange[],
): MemberChange[] {
  const path = [...list, String(at), 'name']
  const name = memberAt(body, path)
  return changes.length === 0 || name === undefined
    ? [...changes]
    : [{ path, from: name, to: name }, ...changes]
}

/** Without what only has to be as it is. */
export function changing(changes: readonly MemberChange[]): MemberChange[] {
  return changes.filter(({ from, to }) => from === undefined || !sameJson(from, to))
}

/** What is wanted of a member that Azure leaves out where it is as it is by itself: then nothing is. */
export function unlessByItself<T extends Json>(now: Json | undefined, to: T, byItself: T): T | undefined {
  return now === undefined && to === byItself ? undefined : to
}

/** The right that a change of a resource needs. */
export function writeAction(type: string): string {
  return `${type}/write`
}
