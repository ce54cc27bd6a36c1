import { csvText } from '../csv-text.ts'
import { cellText } from './order.ts'
import type { Row } from './row.ts'
import type { ColumnId } from './view.ts'

const HEADS: Record<ColumnId, string> = {
  verdict: 'Status',
  name: 'Name',
  kind: 'Kind',
  service: 'Service',
  related: 'Related',
  group: 'Resource group',
  subscription: 'Subscription',
  region: 'Region',
  sku: 'SKU',
  tags: 'Tags',
  source: 'Source',
  age: 'Read',
}

export function columnName(column: ColumnId): string {
  return HEADS[column]
}

/** What is shown, in its order, then the reason and the id. Age is written as the time of reading. */
export function toCsv(rows: readonly Row[], columns: readonly ColumnId[]): string {
  const heads = [
    ...columns.map((column) => (column === 'age' ? 'Read at' : HEADS[column])),
    'Reason',
    'Resource id',
  ]
  const lines = rows.map((row) => [
    ...columns.map((column) => cellText(row, column)),
    row.judgement.sentence,
    row.id,
  ])
  return csvText(heads, lines)
}
