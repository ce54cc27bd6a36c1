import type { ColumnId } from '../../model/list/view.ts'
import { alignsEnd, type ListLayout } from './columns.ts'
import rowStyles from './ListRow.module.css'
import styles from './SkeletonRows.module.css'

interface SkeletonRowsProps {
  columns: readonly ColumnId[]
  layout: ListLayout
  height: number
}

const ROWS = 12

/** Bars where text will be: the same rows, columns and heights. */
export function SkeletonRows({ columns, layout, height }: SkeletonRowsProps) {
  const cells: readonly ColumnId[] = layout === 'phone' ? ['name', 'age'] : columns
  return (
    <div role="presentation" aria-hidden>
      {Array.from({ length: ROWS }, (_, index) => (
        <div key={index} className={`${rowStyles.row} ${rowStyles[layout]} ${styles.row}`} style={{ height }}>
          <div />
          {cells.map((column) => (
            <div
              key={column}
              className={`${rowStyles.cell} ${alignsEnd(column) ? `${rowStyles.end} ${styles.end}` : ''}`}
            >
              <span
                className={styles.bar}
                style={{ width: `${40 + ((index * 17 + column.length * 23) % 45)}%` }}
              />
            </div>
          ))}
        </div>
      ))}
    </div>
  )
}
