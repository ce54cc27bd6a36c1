import { memo } from 'react'
import type { Row } from '../../model/list/row.ts'
import type { ColumnId } from '../../model/list/view.ts'
import { verdictWord } from '../../model/status/verdict.ts'
import { RowLink } from '../ResourceLink.tsx'
import { Cell, RowAge } from './Cell.tsx'
import { alignsEnd, type ListLayout } from './columns.ts'
import styles from './ListRow.module.css'
import { StatusButton } from './StatusButton.tsx'

interface ListRowProps {
  row: Row
  columns: readonly ColumnId[]
  /** Where each of `columns` stands among all the view has, from 1; some may have no room. */
  places: readonly number[]
  layout: ListLayout
  index: number
  /** Pixels from the top of the body. */
  top: number
  height: number
  /** The one row that Tab reaches; up and down move it, right and left reach what is inside. */
  active: boolean
  /** Absent where rows cannot be selected. */
  selected?: boolean
  /** What stands before a path of the app in an address. */
  base: string
}

/** One resource. It is drawn again only when something of its own changes; the list listens for all rows at once. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { row, columns, places, layout, index, top, height, active, selected, base } = props
  return (
    <div
      role="row"
      aria-rowindex={index + (layout === 'phone' ? 1 : 2)}
      aria-selected={selected}
      className={`${styles.row} ${styles[layout]}`}
      style={{ transform: `translateY(${top}px)`, height }}
      data-index={index}
      tabIndex={active ? 0 : -1}
    >
      {layout === 'phone' ? (
        <PhoneCells row={row} base={base} />
      ) : (
        <>
          <SelectCell name={row.name} selected={selected} />
          {columns.map((column, at) => (
            <div
              key={column}
              role="gridcell"
              aria-colindex={places[at]}
              className={`${styles.cell} ${styles[column] ?? ''} ${alignsEnd(column) ? styles.end : ''}`}
            >
              <Cell column={column} row={row} twoLines={layout === 'narrow'} base={base} />
            </div>
          ))}
        </>
      )}
    </div>
  )
})

function SelectCell({ name, selected }: { name: string; selected?: boolean }) {
  if (selected === undefined) return <div role="presentation" />
  return (
    <div role="gridcell" aria-colindex={1} className={styles.select}>
      <input
        type="checkbox"
        className={styles.checkbox}
        checked={selected}
        readOnly
        data-select
        aria-label={`Select ${name}`}
        tabIndex={-1}
      />
    </div>
  )
}

function PhoneCells({ row, base }: { row: Row; base: string }) {
  const { verdict } = row.judgement
  const heavy = verdict === 'down' || verdict === 'attention'
  return (
    <>
      <div role="gridcell" className={styles.phoneStatus}>
        <StatusButton judgement={row.judgement} iconOnly />
      </div>
      <div role="gridcell" className={styles.lines}>
        <RowLink id={row.id} name={row.name} base={base} />
        <span className={styles.below}>
          <span className={heavy ? styles.heavy : undefined}>{verdictWord(verdict)}</span>
          {` · ${row.kindName}${row.locationName && ` · ${row.locationName}`}`}
        </span>
      </div>
      <div role="gridcell" className={`${styles.end} ${styles.age}`}>
        <RowAge row={row} />
      </div>
    </>
  )
}
