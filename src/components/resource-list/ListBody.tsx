import { useState } from 'react'
import type { ColumnId } from '../../model/list/view.ts'
import type { ListLayout } from './columns.ts'
import { GroupRow } from './GroupRow.tsx'
import { indexOf, type ListItem } from './items.ts'
import { ListRow } from './ListRow.tsx'
import styles from './ResourceList.module.css'
import { useListFocus } from './use-list-focus.ts'
import { useListWindow } from './use-list-window.ts'
import { useRowsShown } from './use-rows-shown.ts'

interface ListBodyProps {
  items: readonly ListItem[]
  columns: readonly ColumnId[]
  /** Where each of `columns` stands among all the view has, from 1. */
  places: readonly number[]
  columnCount: number
  layout: ListLayout
  /** Pixels. */
  heights: { row: number; group: number }
  /** How far it is below the top of the document. */
  top: number
  /** What sticks over it at the top. */
  covered: number
  /** Keys of the rows that are selected; absent where rows cannot be. */
  selected: ReadonlySet<string> | undefined
  onOpen: (item: ListItem) => void
  onFold: (item: ListItem, open: boolean) => void
  onShown: ((keys: readonly string[]) => void) | undefined
  /** What stands before a path of the app in an address. */
  base: string
}

/** The rows in view. By itself, since it alone is drawn again at each turn of the wheel. */
export function ListBody(props: ListBodyProps) {
  const { items, columns, places, columnCount, layout, heights, top, covered, selected, base } = props
  const { onOpen, onFold, onShown } = props
  // The row that Tab reaches, once one had the focus.
  const [activeKey, setActiveKey] = useState<string>()
  const found = activeKey === undefined ? 0 : items.findIndex(({ key }) => key === activeKey)
  const activeIndex = Math.max(0, found)
  const { visible, stuckIndex, height, show } = useListWindow({
    items,
    rowHeight: heights.row,
    groupHeight: heights.group,
    top,
    covered,
    activeIndex,
  })
  useRowsShown(items, visible, onShown)
  const { bodyRef, onKeyDown } = useListFocus(items[activeIndex]?.key, setActiveKey)

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it listens for its rows, which have the focus
    <div
      ref={bodyRef}
      role="rowgroup"
      className={styles.body}
      style={{ height }}
      onFocus={({ target }) => {
        const item = items[indexOf(target)]
        if (item) setActiveKey(item.key)
      }}
      onKeyDown={(event) => onKeyDown(event, { items, show, open: onOpen, fold: onFold })}
    >
      {visible.map(({ index, start }) => {
        const item = items[index]
        if (!item) return null
        const active = index === activeIndex
        return item.is === 'group' ? (
          <GroupRow
            key={item.key}
            group={item.group}
            open={item.open}
            layout={layout}
            index={index}
            top={start}
            height={heights.group}
            active={active}
            stuck={index === stuckIndex}
            columnCount={columnCount}
          />
        ) : (
          <ListRow
            key={item.key}
            row={item.row}
            columns={columns}
            places={places}
            layout={layout}
            index={index}
            top={start}
            height={heights.row}
            active={active}
            selected={selected?.has(item.key)}
            base={base}
          />
        )
      })}
    </div>
  )
}
