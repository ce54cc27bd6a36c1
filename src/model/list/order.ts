import { kindRow, serviceName, SERVICES } from '../resources/kinds.ts'
import {
  compareVerdicts,
  countVerdicts,
  VERDICTS,
  verdictWord,
  type VerdictCounts,
} from '../status/verdict.ts'
import { filterRows } from './filter.ts'
import type { Row } from './row.ts'
import type { ColumnId, GroupBy, ListView, Sort } from './view.ts'

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

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

/** Sorted copy; equal rows fall back to service, then name, so that an order is the same every time. Empty cells come last. */
export function sortRows(rows: readonly Row[], sort: Sort): Row[] {
  const turn = sort.direction === 'up' ? 1 : -1
  return rows.toSorted((a, b) => compareCells(a, b, sort.column, turn) || fallback(a, b))
}

function compareCells(a: Row, b: Row, column: ColumnId, turn: 1 | -1): number {
  if (column === 'verdict') return turn * compareVerdicts(a.judgement.verdict, b.judgement.verdict)
  // Age runs against the time of reading: the youngest first.
  if (column === 'age') return turn * (b.readAt - a.readAt)
  const left = cellText(a, column)
  const right = cellText(b, column)
  if (left === '' || right === '') return Number(left === '') - Number(right === '')
  return turn * COLLATOR.compare(left, right)
}

function fallback(a: Row, b: Row): number {
  return serviceRank(a) - serviceRank(b) || COLLATOR.compare(a.name, b.name) || (a.key < b.key ? -1 : 1)
}

function serviceRank(row: Row): number {
  return row.service === undefined ? SERVICES.length : SERVICES.indexOf(row.service)
}

/** The rows of a view in its order. */
export function applyView(rows: readonly Row[], view: ListView, now: number): Row[] {
  return sortRows(filterRows(rows, view, now), view.sort)
}

export interface RowGroup {
  key: string
  title: string
  rows: Row[]
  counts: VerdictCounts
}

/** Groups keep the rows' order; the groups themselves come in the order of the field, related things last. */
export function groupRows(rows: readonly Row[], groupBy: GroupBy): RowGroup[] {
  const groups = new Map<string, { title: string; rank: number; rows: Row[] }>()
  for (const row of rows) {
    const { key, title, rank } = groupOf(row, groupBy)
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else groups.set(key, { title, rank, rows: [row] })
  }
  return [...groups]
    .toSorted(([, a], [, b]) => a.rank - b.rank || COLLATOR.compare(a.title, b.title))
    .map(([key, { title, rows: members }]) => ({
      key,
      title,
      rows: members,
      counts: countVerdicts(members.map(({ judgement }) => judgement.verdict)),
    }))
}

function groupOf(row: Row, groupBy: GroupBy): { key: string; title: string; rank: number } {
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
