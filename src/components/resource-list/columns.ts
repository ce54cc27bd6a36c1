import type { ColumnId } from '../../model/list/view.ts'

/** How rows are drawn: one line with columns, two lines with four columns, or two lines without. */
export type ListLayout = 'wide' | 'narrow' | 'phone'

interface Column {
  /** Pixels; the related column takes what is left. */
  width: number
  grows?: boolean
  align?: 'end'
}

const COLUMN: Record<ColumnId, Column> = {
  verdict: { width: 120 },
  name: { width: 190 },
  kind: { width: 166 },
  service: { width: 104 },
  related: { width: 140, grows: true },
  group: { width: 108 },
  subscription: { width: 102 },
  region: { width: 112 },
  sku: { width: 88 },
  tags: { width: 152 },
  source: { width: 72 },
  age: { width: 44, align: 'end' },
}

/** Where there is no room for all, the first of these goes first. */
const GIVEN_UP: readonly ColumnId[] = [
  'sku',
  'subscription',
  'source',
  'region',
  'group',
  'tags',
  'service',
  'kind',
  'age',
]

const NARROW: readonly ColumnId[] = ['verdict', 'name', 'related', 'age']

/** The edge left of the first column and right of the last; the checkbox stands in the left one. */
const EDGE = 24
const SELECT = 48
const EDGE_ALONE = 16

export function alignsEnd(column: ColumnId): boolean {
  return COLUMN[column].align === 'end'
}

export function layoutFor(width: number): ListLayout {
  if (width < 480) return 'phone'
  return width < 740 ? 'narrow' : 'wide'
}

/** Heights of a row and of a group's head, which are fixed so that nothing moves. */
export function rowHeight(layout: ListLayout, coarse: boolean): number {
  switch (layout) {
    case 'wide':
      return coarse ? 44 : 36
    case 'narrow':
      return 52
    case 'phone':
      return 60
  }
}

export function groupHeight(coarse: boolean): number {
  return coarse ? 44 : 36
}

/** The columns that have room, in the order they were chosen. Status and name always stay. */
export function fitColumns(columns: readonly ColumnId[], width: number, selectable: boolean): ColumnId[] {
  if (layoutFor(width) === 'narrow') return NARROW.filter((column) => columns.includes(column))
  const kept = new Set(columns)
  for (const column of GIVEN_UP) {
    if (neededBy(kept, selectable) <= width) break
    kept.delete(column)
  }
  return columns.filter((column) => kept.has(column))
}

function neededBy(columns: ReadonlySet<ColumnId>, selectable: boolean): number {
  let needed = (selectable ? SELECT : EDGE_ALONE) + EDGE
  for (const column of columns) needed += COLUMN[column].width
  return needed
}

/** `grid-template-columns` of head and rows: the same for both, whatever the data. */
export function gridTemplate(columns: readonly ColumnId[], selectable: boolean): string {
  const growing = columns.find((column) => COLUMN[column].grows) ?? 'name'
  const tracks = columns.map((column) => {
    const { width } = COLUMN[column]
    return column === growing ? `minmax(${width}px, 1fr)` : `${width}px`
  })
  return [`${selectable ? SELECT : EDGE_ALONE}px`, ...tracks, `${EDGE}px`].join(' ')
}
