import type { JsonObject } from '../wire/json.ts'
import type { ResourceRow } from './rows.ts'

/** What a row is at one moment: a pure function of the row and the clock. */
export interface Living {
  row: ResourceRow
  /** Succeeded, Failed, Canceled, Updating or Deleting; anything else comes from an opened file. */
  state: string
  etag: string
  properties: JsonObject
  inside: JsonObject
}

/** Undefined when the row's deletion has ended. */
export function living(row: ResourceRow, now: number): Living | undefined {
  const { write } = row
  const over = write !== undefined && write.endsAt <= now
  if (over && write.shows === 'Deleting' && write.endsIn === 'Succeeded') return undefined
  return {
    row,
    state: write === undefined ? row.state : over ? write.endsIn : write.shows,
    etag: row.nextEtag !== undefined && row.nextEtag.at <= now ? row.nextEtag.etag : row.etag,
    properties: settledProperties(row, now),
    inside: settledInside(row, now) ?? {},
  }
}

export function isBusy(row: ResourceRow, now: number): boolean {
  return row.write !== undefined && row.write.endsAt > now
}

/** The row with everything that is over written into it: the base of the next write. */
export function settled(row: ResourceRow, now: number): ResourceRow {
  const at = living(row, now)
  if (at === undefined || isBusy(row, now)) return row
  const { write: _over, nextEtag: _past, ...rest } = row
  return {
    ...rest,
    etag: at.etag,
    state: row.write?.endsIn ?? row.state,
    properties: at.properties,
    inside: settledInside(row, now),
    due: row.due.filter((due) => due.at > now),
  }
}

function settledProperties(row: ResourceRow, now: number): JsonObject {
  if (row.due.length === 0) return row.properties
  return row.due
    .filter((due) => due.at <= now)
    .reduce<JsonObject>((properties, due) => ({ ...properties, ...due.merge }), row.properties)
}

function settledInside(row: ResourceRow, now: number): JsonObject | undefined {
  return row.due
    .filter((due) => due.at <= now && due.inside !== undefined)
    .reduce<JsonObject | undefined>((inside, due) => ({ ...inside, ...due.inside }), row.inside)
}
