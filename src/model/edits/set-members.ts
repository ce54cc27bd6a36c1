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

/** The right that a change of a resource needs. */
export function writeAction(type: string): string {
  return `${type}/write`
}
