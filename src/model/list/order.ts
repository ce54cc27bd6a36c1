import { kindRow, serviceName, SERVICES } from '../resources/kinds.ts'
import { countVerdicts, VERDICTS, verdictWord, type VerdictCounts } from '../status/verdict.ts'
import type { Row } from './row.ts'
import { sortKey } from './sort-key.ts'
import type { ColumnId, GroupBy, Sort } from './view.ts'

/** What a cell sorts by; also what it says in a CSV file. */
export function cellText(row: Row, column: ColumnId): string {
  switch (column) {
    case 'verdict':
      return verdictWord(row.judgement.verdict)
    case 'name':
      return row.name
    case 'kind':
      return row.kindName
    case 'service':
      return row.service === undefined ? 'Related' : serviceName(row.service)
    case 'related':
      return row.related.is === 'one' ? row.related.name : row.related.text
    case 'group':
      return row.resourceGroup
    case 'subscription':
      return row.subscriptionName
    case 'region':
      return row.locationName
    case 'sku':
      return row.sku
    case 'tags':
      return row.tags.map(([name, value]) => `${name}=${value}`).join('; ')
    case 'source':
      return row.source
    case 'age':
      return new Date(row.readAt).toISOString()
    default:
      return column satisfies never
  }
}

/** A row with what it is compared by, worked out once: a collator asked at each comparison takes ten times as long. */
interface Sortable {
  row: Row
  cell: string | number
  service: number
  name: string
}

/** Sorted copy; equal rows fall back to service, then name, so that an order is the same every time. Empty cells come last. */
export function sortRows(rows: readonly Row[], sort: Sort): Row[] {
  const sortables = rows.map(sortableBy(sort))
  return sortables.sort(comparingBy(sort)).map(({ row }) => row)
}

/**
 * The same as `sortRows`, where most rows are in order already: only those that `sorted` does not hold are compared.
 * @param sorted what `sortRows` gave for other rows and the same sort
 */
export function sortRowsAgain(sorted: readonly Row[], rows: readonly Row[], sort: Sort): Row[] {
  const wanted = new Set(rows)
  const kept = sorted.filter((row) => wanted.delete(row))
  const sortable = sortableBy(sort)
  const compare = comparingBy(sort)
  const pieces: Row[][] = []
  let taken = 0
  for (const fresh of sortRows([...wanted], sort)) {
    const one = sortable(fresh)
    const place = firstIndex(kept, taken, (row) => compare(sortable(row), one) > 0)
    pieces.push(kept.slice(taken, place), [fresh])
    taken = place
  }
  return pieces.length === 0 ? kept : [...pieces.flat(), ...kept.slice(taken)]
}

/** Where `isBehind` begins to hold, by halving: it holds for all that follows. */
function firstIndex(rows: readonly Row[], from: number, isBehind: (row: Row) => boolean): number {
  let [low, high] = [from, rows.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = rows[middle]
    if (row && isBehind(row)) high = middle
    else low = middle + 1
  }
  return low
}

function sortableBy({ column }: Sort): (row: Row) => Sortable {
  const cellOf = cells(column)
  return (row) => ({ row, cell: cellOf(row), service: serviceRank(row), name: nameKey(row) })
}

function comparingBy({ direction }: Sort): (a: Sortable, b: Sortable) => number {
  const turn = direction === 'up' ? 1 : -1
  return (a, b) => compareCells(a.cell, b.cell, turn) || fallback(a, b)
}

/** What the cells of a column compare by: numbers, or keys of texts. */
function cells(column: ColumnId): (row: Row) => string | number {
  if (column === 'verdict') return (row) => VERDICTS.indexOf(row.judgement.verdict)
  // Age runs against the time of reading: the youngest first.
  if (column === 'age') return (row) => -row.readAt
  if (column === 'name') return nameKey
  const keys = new Map<string, string>()
  return (row) => {
    const text = cellText(row, column)
    const known = keys.get(text)
    if (known !== undefined) return known
    const key = sortKey(text)
    keys.set(text, key)
    return key
  }
}

function compareCells(a: string | number, b: string | number, turn: 1 | -1): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  return a < b ? -turn : turn
}

function fallback(a: Sortable, b: Sortable): number {
  return a.service - b.service || compareCells(a.name, b.name, 1) || (a.row.key < b.row.key ? -1 : 1)
}

const nameKeys = new WeakMap<Row, string>()

function nameKey(row: Row): string {
  const known = nameKeys.get(row)
  if (known !== undefined) return known
  const key = sortKey(row.name)
  nameKeys.set(row, key)
  return key
}

/** By name, as people order names. */
export function compareNames(a: Row, b: Row): number {
  return compareCells(nameKey(a), nameKey(b), 1)
}

function serviceRank(row: Row): number {
  return row.service === undefined ? SERVICES.length : SERVICES.indexOf(row.service)
}

export interface RowGroup {
  key: string
  title: string
  rows: Row[]
  counts: VerdictCounts
}

/** Groups keep the rows' order; the groups themselves come in the order of the field, related things last. */
export function groupRows(rows: readonly Row[], groupBy: GroupBy): RowGroup[] {
  const groups = new Map<string, Heading & { rows: Row[] }>()
  const keysOfTitle = new Map<string, number>()
  for (const row of rows) {
    const { key, ...heading } = groupOf(row, groupBy)
    const group = groups.get(key)
    if (group) {
      group.rows.push(row)
    } else {
      groups.set(key, { ...heading, rows: [row] })
      keysOfTitle.set(heading.title, (keysOfTitle.get(heading.title) ?? 0) + 1)
    }
  }
  return [...groups]
    .toSorted(([, a], [, b]) => a.rank - b.rank || compareCells(sortKey(a.title), sortKey(b.title), 1))
    .map(([key, { title, apart, rows: members }]) => ({
      key,
      title: apart !== undefined && keysOfTitle.get(title) !== 1 ? `${title} (${apart})` : title,
      rows: members,
      counts: countVerdicts(members.map(({ judgement }) => judgement.verdict)),
    }))
}

interface Heading {
  title: string
  rank: number
  /** Said beside a title that another group has too. */
  apart?: string
}

function groupOf(row: Row, groupBy: GroupBy): Heading & { key: string } {
  switch (groupBy) {
    case 'none':
      return { key: 'all', title: 'All', rank: 0 }
    case 'service':
      return { key: row.service ?? 'related', title: cellText(row, 'service'), rank: serviceRank(row) }
    case 'kind':
      return {
        key: row.kindName,
        title: row.kind === 'other' ? row.kindName : kindRow(row.kind).plural,
        rank: serviceRank(row),
      }
    case 'group':
      return {
        key: `${row.subscriptionId}/${row.resourceGroup}`.toLowerCase(),
        title: row.resourceGroup,
        rank: 0,
        apart: row.subscriptionName,
      }
    case 'subscription':
      return {
        key: row.subscriptionId.toLowerCase(),
        title: row.subscriptionName,
        rank: 0,
        apart: row.subscriptionId,
      }
    case 'region':
      return {
        key: row.location,
        title: row.locationName === '' ? 'No region' : row.locationName,
        rank: row.location === '' ? 1 : 0,
      }
    case 'verdict': {
      const { verdict } = row.judgement
      return { key: verdict, title: verdictWord(verdict), rank: VERDICTS.indexOf(verdict) }
    }
    default:
      return groupBy satisfies never
  }
}
