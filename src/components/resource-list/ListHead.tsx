import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons'
import { columnName } from '../../model/list/csv.ts'
import type { ColumnId, Sort } from '../../model/list/view.ts'
import { alignsEnd } from './columns.ts'
import styles from './ListHead.module.css'

interface ListHeadProps {
  columns: readonly ColumnId[]
  /** Where each of `columns` stands among all the view has, from 1. */
  places: readonly number[]
  sort: Sort
  onSort: (sort: Sort) => void
  /** Absent where rows cannot be selected. */
  selection?: { state: 'none' | 'some' | 'all'; onToggle: () => void }
}

/** Names of the columns; each sorts by it, and a second time the other way. */
export function ListHead({ columns, places, sort, onSort, selection }: ListHeadProps) {
  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" aria-rowindex={1} className={styles.row}>
        {selection ? (
          <div role="columnheader" aria-colindex={1} className={styles.select} aria-label="Selection">
            <input
              type="checkbox"
              className={styles.checkbox}
              aria-label="Select all that is shown"
              checked={selection.state === 'all'}
              ref={(box) => {
                if (box) box.indeterminate = selection.state === 'some'
              }}
              onChange={selection.onToggle}
            />
          </div>
        ) : (
          <div role="presentation" />
        )}
        {columns.map((column, at) => {
          const sorted = sort.column === column ? sort.direction : undefined
          // Worst first is the natural order of a status: severity falls.
          const falls = (sorted === 'down') !== (column === 'verdict')
          return (
            <div
              key={column}
              role="columnheader"
              aria-colindex={places[at]}
              aria-sort={sorted === undefined ? 'none' : sorted === 'up' ? 'ascending' : 'descending'}
              className={`${styles.cell} ${alignsEnd(column) ? styles.end : ''}`}
            >
              <button
                type="button"
                className={sorted ? styles.sorted : styles.sort}
                onClick={() => onSort({ column, direction: sorted === 'up' ? 'down' : 'up' })}
              >
                {columnName(column)}
                {sorted && (
                  <span className={styles.arrow} aria-hidden>
                    {falls ? <ArrowDownRegular /> : <ArrowUpRegular />}
                  </span>
                )}
              </button>
            </div>
          )
        })}
      </div>
    </div>
  )
}
