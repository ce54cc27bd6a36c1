import { useVirtualizer } from '@tanstack/react-virtual'
import { type CSSProperties, useRef } from 'react'
import styles from './RouteGrid.module.css'

export interface GridColumn<Row> {
  name: string
  /** What stands in it; nothing is drawn as a dash. */
  of: (row: Row) => string | undefined
  /** Share of the width; 1 by default. */
  width?: number
}

interface RouteGridProps<Row> {
  rows: readonly Row[]
  columns: readonly GridColumn<Row>[]
  label: string
}

const HEIGHT = 32
/** So many are drawn as they are; of more only what is in view. */
const FEW = 100

/** Routes, up to thousands of them, in a frame of its own that scrolls. */
export function RouteGrid<Row>({ rows, columns, label }: RouteGridProps<Row>) {
  const frame = useRef<HTMLDivElement>(null)
  const many = rows.length > FEW
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => HEIGHT,
    overscan: 12,
    enabled: many,
  })
  const drawn = many
    ? virtualizer.getVirtualItems().map(({ index, start }) => ({ index, start }))
    : rows.map((_, index) => ({ index, start: index * HEIGHT }))
  const widths: CSSProperties = {
    ['--columns' as string]: columns.map(({ width = 1 }) => `minmax(0, ${width}fr)`).join(' '),
  }
  return (
    <div
      ref={frame}
      className={styles.frame}
      style={widths}
      role="region"
      aria-label={`${label}, table`}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
      tabIndex={0}
    >
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1} className={styles.table}>
        <div role="rowgroup" className={styles.head}>
          <div role="row" aria-rowindex={1} className={styles.row}>
            {columns.map(({ name }) => (
              <span key={name} role="columnheader">
                {name}
              </span>
            ))}
          </div>
        </div>
        <div role="rowgroup" className={styles.body} style={{ height: rows.length * HEIGHT }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index]
            return (
              row !== undefined && (
                <div
                  key={index}
                  role="row"
                  aria-rowindex={index + 2}
                  className={`${styles.row} ${styles.placed}`}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  {columns.map(({ name, of }) => {
                    const cell = of(row) ?? '–'
                    return (
                      <bdi key={name} role="cell" title={cell}>
                        {cell}
                      </bdi>
                    )
                  })}
                </div>
              )
            )
          })}
        </div>
      </div>
    </div>
  )
}
