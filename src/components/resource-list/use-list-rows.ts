import { useState } from 'react'
import { filterRows } from '../../model/list/filter.ts'
import { sortRows, sortRowsAgain } from '../../model/list/order.ts'
import type { Row } from '../../model/list/row.ts'
import { writeView, type ListView } from '../../model/list/view.ts'
import { touchesSoFar } from '../../ui/touches.ts'
import { keepOrder, sameOrder } from './order.ts'
import { useCoarseNow } from './use-coarse-now.ts'

export type EstatePhase = 'starting' | 'lists' | 'statuses' | 'done'

/** `push` for a choice, `replace` while typing, so that back goes to the last choice. */
export type ListViewChange = (view: ListView, how: 'push' | 'replace') => void

export interface ListRows {
  /** What the view shows, in an order that only the person changes. */
  shown: readonly Row[]
  /** Statuses have arrived since, and sorting now would give another order. */
  moved: boolean
  sortAgain: () => void
}

interface Kept {
  rows: readonly Row[]
  /** All rows as `sortText` has them, so that typing only filters. */
  all: readonly Row[]
  sortText: string
  viewText: string
  now: number
  sorted: readonly Row[]
  shown: readonly Row[]
  /** How often the page had been touched when its first rows were drawn. */
  touches: number
}

/**
 * Filters and sorts at once when the view changes, and keeps the order while what is read changes. When all is read it is
 * sorted once more by itself, unless somebody is at work on the page.
 */
export function useListRows(rows: readonly Row[], view: ListView, phase: EstatePhase): ListRows {
  const viewText = writeView({ ...view, columns: [] })
  const now = useCoarseNow(view)
  const [kept, setKept] = useState<Kept>()
  const sortText = `${view.sort.direction} ${view.sort.column}`
  let current = kept
  if (!current || current.rows !== rows || current.viewText !== viewText || current.now !== now) {
    const before = current?.sortText === sortText ? current : undefined
    const all =
      before?.rows === rows
        ? before.all
        : before
          ? sortRowsAgain(before.all, rows, view.sort)
          : sortRows(rows, view.sort)
    const sorted = relatedLast(filterRows(all, view, now))
    const previous = current?.viewText === viewText ? current.shown : []
    const shown = previous.length > 0 ? keepOrder(previous, sorted) : sorted
    const touches = previous.length > 0 && current ? current.touches : touchesSoFar()
    current = { rows, all, sortText, viewText, now, sorted, shown, touches }
    setKept(current)
  }
  const moved =
    phase === 'done' && current.sorted !== current.shown && !sameOrder(current.sorted, current.shown)
  // Nobody has touched the page since there were rows: nothing can slip away from under a finger.
  const settles = moved && touchesSoFar() === current.touches
  if (settles) {
    current = { ...current, shown: current.sorted }
    setKept(current)
  }
  return {
    shown: current.shown,
    moved: moved && !settles,
    sortAgain: () => setKept((old) => old && { ...old, shown: old.sorted }),
  }
}

/** Related things were not asked for by themselves: they follow what is counted. */
function relatedLast(rows: Row[]): Row[] {
  const related = rows.filter(({ service }) => service === undefined)
  return related.length === 0 ? rows : [...rows.filter(({ service }) => service !== undefined), ...related]
}
