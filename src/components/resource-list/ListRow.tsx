import { memo } from 'react'
import type { Row } from '../../model/list/row.ts'
import type { ColumnId } from '../../model/list/view.ts'
import { verdictWord } from '../../model/status/verdict.ts'
import { ResourceLink } from '../ResourceLink.tsx'
import { Cell, RowAge } from './Cell.tsx'
import { alignsEnd, type ListLayout } from './columns.ts'
import styles from './ListRow.module.css'
import { StatusButton } from './StatusButton.tsx'

interface ListRowProps {
  row: Row
  columns: readonly ColumnId[]
  layout: ListLayout
  index: number
  /** Pixels from the top of the body. */
  top: number
  height: number
  /** The one row that Tab reaches; the arrow keys move it. */
  active: boolean
  /** Absent where rows cannot be selected. */
  selected?: boolean
}

/** One resource. It is drawn again only when something of its own changes; the list listens for all rows at once. */
export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { row, columns, layout, index, top, height, active, selected } = props
  const tabIndex = active ? 0 : -1
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={selected}
      className={`${styles.row} ${styles[layout]}`}
      style={{ transform: `translateY(${top}px)`, height }}
      data-index={index}
      tabIndex={tabIndex}
    >
      {layout === 'phone' ? (
        <PhoneCells row={row} tabIndex={tabIndex} />
      ) : (
        <>
          <SelectCell name={row.name} selected={selected} tabIndex={tabIndex} />
          {columns.map((column) => (
            <div
              key={column}
              role="gridcell"
              className={`${styles.cell} ${styles[column] ?? ''} ${alignsEnd(column) ? styles.end : ''}`}
            >
              <Cell column={column} row={row} twoLines={layout === 'narrow'} tabIndex={tabIndex} />
            </div>
          ))}
        </>
      )}
    </div>
  )
})

function SelectCell({ name, selected, tabIndex }: { name: string; selected?: boolean; tabIndex: number }) {
  if (selected === undefined) return <div role="presentation" />
  return (
    <div role="gridcell" className={styles.select}>
      <input
        type="checkbox"
        className={styles.checkbox}
        checked={selected}
        readOnly
        data-select
        aria-label={`Select ${name}`}
        tabIndex={tabIndex}
      />
    </div>
  )
}

function PhoneCells({ row, tabIndex }: { row: Row; tabIndex: number }) {
  const { verdict } = row.judgement
  const heavy = verdict === 'down' || verdict === 'attention'
  return (
    <>
      <div role="gridcell" className={styles.phoneStatus}>
        <StatusButton judgement={row.judgement} iconOnly tabIndex={tabIndex} />
      </div>
      <div role="gridcell" className={styles.lines}>
        <ResourceLink id={row.id} name={row.name} tabIndex={tabIndex} />
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
