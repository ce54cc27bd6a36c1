import { lazy, Suspense, useMemo, useState, type MouseEvent, type ReactNode } from 'react'
import { useHref, useNavigate } from 'react-router-dom'
import type { Row } from '../../model/list/row.ts'
import type { ListView } from '../../model/list/view.ts'
import { resourcePath } from '../../model/paths.ts'
import { fitColumns, gridTemplate, groupHeight, layoutFor, rowHeight } from './columns.ts'
import { indexOf, listGroups, listItems, type ListItem } from './items.ts'
import { ListBody } from './ListBody.tsx'
import { ListHead } from './ListHead.tsx'
import styles from './ResourceList.module.css'
import { followed } from './followed.ts'
import { SkeletonRows } from './SkeletonRows.tsx'
import { useListCard } from './use-list-card.ts'
import { useCoarsePointer, useListGeometry } from './use-list-geometry.ts'
import type { EstatePhase, ListViewChange } from './use-list-rows.ts'

const ListCardView = lazy(async () => ({ default: (await import('./ListCardView.tsx')).ListCardView }))

/** Status, name with what stands below it, age. */
const PHONE_CELLS = 3

interface ResourceListProps {
  /** What the list is called to a screen reader. */
  label: string
  /** What is shown, in its order: `useListRows` makes it. */
  rows: readonly Row[]
  view: ListView
  onViewChange: ListViewChange
  phase: EstatePhase
  /** Keys of the rows that are selected; without it there are no checkboxes. */
  selected?: ReadonlySet<string>
  onSelect?: (selected: ReadonlySet<string>) => void
  /** Told the keys of the rows in view when the view rests. */
  onShown?: (keys: readonly string[]) => void
  /** Said in place of rows when there are none. */
  empty?: ReactNode
}

/** The consolidated list. It draws what is in view; one listener serves all rows. */
export function ResourceList(props: ResourceListProps) {
  const { label, rows, view, onViewChange, phase, selected, onSelect, onShown, empty } = props
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const navigate = useNavigate()
  const base = useHref('/').replace(/\/$/, '')

  const { ref, width, top, covered } = useListGeometry()
  const coarse = useCoarsePointer()
  const layout = layoutFor(width)
  const heights = { row: rowHeight(layout, coarse), group: groupHeight(coarse) }
  const selectable = selected !== undefined
  const columns = useMemo(
    () => fitColumns(view.columns, width, selectable),
    [view.columns, width, selectable],
  )

  const places = useMemo(
    () => columns.map((column) => view.columns.indexOf(column) + (selectable ? 2 : 1)),
    [columns, view.columns, selectable],
  )
  const columnCount = layout === 'phone' ? PHONE_CELLS : view.columns.length + (selectable ? 1 : 0)

  const groups = useMemo(() => listGroups(rows, view.groupBy), [rows, view.groupBy])
  const items = useMemo(() => listItems(groups, folded), [groups, folded])
  const { card, close, press, onPointerInside, listeners } = useListCard((element) => {
    const item = itemOf(element)
    return item?.is === 'row' ? item.row : undefined
  })

  function itemOf(target: EventTarget): ListItem | undefined {
    return items[indexOf(target)]
  }

  function fold(item: ListItem, open: boolean) {
    if (item.is !== 'group') return
    setFolded((old) => {
      const next = new Set(old)
      if (open) next.delete(item.group.key)
      else next.add(item.group.key)
      return next
    })
  }

  function open(item: ListItem) {
    if (item.is === 'row') void navigate(resourcePath(item.row.id))
    else fold(item, !item.open)
  }

  function select(key: string) {
    const next = new Set(selected)
    if (!next.delete(key)) next.add(key)
    onSelect?.(next)
  }

  function onClick(event: MouseEvent<HTMLDivElement>) {
    const item = itemOf(event.target)
    if (!item || !(event.target instanceof Element)) return
    if (press(event.target)) return
    if (item.is === 'row' && event.target.closest('[data-select]')) return select(item.key)
    const id = followed(event)
    if (id !== undefined) {
      event.preventDefault()
      return void navigate(resourcePath(id))
    }
    if (event.target.closest('[data-fold]')) return open(item)
    if (event.target.closest('a, button, input') || isSelecting(event.currentTarget)) return
    if (item.is === 'row' && (event.ctrlKey || event.metaKey)) openTab(item.row)
    else if (item.is === 'row') open(item)
  }

  function openTab(row: Row) {
    window.open(base + resourcePath(row.id), '_blank', 'noopener')
  }

  const arriving = phase === 'starting' || phase === 'lists'
  const waiting = arriving && rows.length === 0
  const every = selected !== undefined && rows.length > 0 && rows.every(({ key }) => selected.has(key))
  return (
    <div
      ref={ref}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={waiting ? -1 : Math.max(1, items.length) + (layout === 'phone' ? 0 : 1)}
      aria-colcount={columnCount}
      aria-busy={arriving}
      aria-multiselectable={selectable || undefined}
      className={`${styles.list} ${styles[layout] ?? ''}`}
      data-layout={layout}
      onClick={onClick}
      onAuxClick={(event) => {
        const item = itemOf(event.target)
        const onLink = event.target instanceof Element && event.target.closest('a, button, input')
        if (event.button === 1 && item?.is === 'row' && !onLink) openTab(item.row)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && card) close()
      }}
      {...listeners}
      // React's type of a style knows no custom properties.
      style={{ ['--list-columns' as string]: gridTemplate(columns, selectable) }}
    >
      {layout !== 'phone' && (
        <ListHead
          columns={columns}
          places={places}
          sort={view.sort}
          onSort={(sort) => onViewChange({ ...view, sort }, 'push')}
          selection={
            selected && {
              state: every ? 'all' : selected.size > 0 ? 'some' : 'none',
              onToggle: () => onSelect?.(withAll(selected, rows, !every)),
            }
          }
        />
      )}
      {waiting && <SkeletonRows columns={columns} layout={layout} height={heights.row} />}
      {!waiting && rows.length === 0 && (
        <div role="row" aria-rowindex={layout === 'phone' ? 1 : 2}>
          <div role="gridcell" aria-colindex={1} aria-colspan={columnCount} className={styles.empty}>
            {empty}
          </div>
        </div>
      )}
      <ListBody
        items={items}
        columns={columns}
        places={places}
        columnCount={columnCount}
        layout={layout}
        heights={heights}
        top={top}
        covered={covered}
        selected={selected}
        onOpen={open}
        onFold={fold}
        onShown={onShown}
        base={base}
      />
      {card && (
        <Suspense>
          <ListCardView card={card} onClose={close} onPointer={onPointerInside} />
        </Suspense>
      )}
    </div>
  )
}

/** The selection with all of these rows in it, or none of them; what is hidden stays as it is. */
function withAll(selected: ReadonlySet<string>, rows: readonly Row[], all: boolean): ReadonlySet<string> {
  const next = new Set(selected)
  for (const { key } of rows) {
    if (all) next.add(key)
    else next.delete(key)
  }
  return next
}

/** Text is being picked, so the press was not meant to open. */
function isSelecting(list: Element): boolean {
  const selection = window.getSelection()
  return selection !== null && !selection.isCollapsed && list.contains(selection.anchorNode)
}
