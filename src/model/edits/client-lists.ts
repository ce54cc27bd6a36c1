import { isJsonObject, type Json, type JsonObject } from '../../lib/json.ts'
import { memberAt, type MemberChange, sameJson } from './edit.ts'

/** A row of a list in a form. `was`: what Azure knows its item by; absent: it is new. */
export type ListRow = {
  key: number
  was?: string
}

/** What is wrong with a row, and in which of its fields. */
export interface RowProblem {
  part: string
  text: string
}

/** Where point-to-site stands in the body of a gateway. */
export const CONFIGURATION = ['properties', 'vpnClientConfiguration']

/** The objects of a list of a gateway's clients, as it was read. */
export function itemsIn(body: JsonObject, member: string): JsonObject[] {
  const items = memberAt(body, [...CONFIGURATION, member])
  return Array.isArray(items) ? items.filter(isJsonObject) : []
}

/**
 * What makes a list into what its rows say. Where items only come they are added at its end, and nobody else's change is in the
 * way; else the whole list is changed. Members of an item that a row does not have stay.
 */
export function listChanges<R extends ListRow>(
  body: JsonObject,
  member: string,
  rows: readonly R[],
  of: { nameOf: (item: JsonObject) => string; itemOf: (row: R, before: JsonObject | undefined) => Json },
): MemberChange[] {
  const path = [...CONFIGURATION, member]
  const items = itemsIn(body, member)
  const before = ({ was }: R) =>
    was === undefined ? undefined : items.find((item) => of.nameOf(item) === was)
  // One that somebody took away meanwhile is not made again.
  const wanted = rows.filter((row) => row.was === undefined || before(row) !== undefined)
  const to = wanted.map((row) => of.itemOf(row, before(row)))
  if (sameJson(items, to)) return []
  const stay = sameJson(items, to.slice(0, items.length))
  if (!stay) return [{ path, from: items, ...(to.length > 0 && { to }) }]
  return items.length === 0
    ? [{ path, to }]
    : to.slice(items.length).map((item, index) => ({
        path: [...path, String(items.length + index)],
        to: item,
      }))
}
