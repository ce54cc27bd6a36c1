import {
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type Ref,
  type RefObject,
  type SyntheticEvent,
} from 'react'
import type { LoggedRequest } from '../../model/requests/logged-request.ts'
import { areLetterKeysOff } from '../../ui/letter-keys.ts'
import { useMedia } from '../../ui/use-media.ts'
import { RequestRow } from './RequestRow.tsx'
import { useWindow } from './use-window.ts'
import styles from './RequestTable.module.css'

interface RequestTableProps {
  ref: Ref<HTMLDivElement>
  /** Newest first. */
  requests: readonly LoggedRequest[]
  filtered: boolean
  chosenId: number | undefined
  onChoose: (id: number) => void
  onEnter: (id: number) => void
  /** Two lines for each request. */
  narrow: boolean
}

const PAGE = 8

/** One line for each request. Arrows choose, Enter goes on to the detail; only what is in view is drawn. */
export function RequestTable(props: RequestTableProps) {
  const { ref, requests, filtered, chosenId, onChoose, onEnter, narrow } = props
  const scrollerRef = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const coarse = useMedia('(pointer: coarse)')
  const rowHeight = narrow ? 52 : coarse ? 44 : 36
  const chosenIndex = requests.findIndex(({ id }) => id === chosenId)
  const [activeId, setActiveId] = useState<number>()
  const activeIndex = Math.max(
    0,
    requests.findIndex(({ id }) => id === activeId),
  )
  const [wanted, setWanted] = useState<{ index: number }>()

  const { from, to, show } = useWindow(scrollerRef, requests.length, rowHeight)
  const drawn = Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  // The row with the focus is kept, wherever the list is scrolled to.
  if (activeIndex < requests.length && (activeIndex < from || activeIndex >= to)) drawn.push(activeIndex)

  useNewRowsAbove(scrollerRef, requests, rowHeight)

  // Only after drawing does the row that takes the focus exist.
  useLayoutEffect(() => {
    if (wanted)
      body.current
        ?.querySelector<HTMLElement>(`[data-index="${wanted.index}"]`)
        ?.focus({ preventScroll: true })
  }, [wanted])

  function requestOf({ target }: SyntheticEvent): LoggedRequest | undefined {
    const row = target instanceof Element ? target.closest('[data-index]') : null
    return row ? requests[Number(row.getAttribute('data-index'))] : undefined
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const index = destination(event.key, activeIndex, chosenIndex, requests.length)
    if (index !== undefined) {
      event.preventDefault()
      const next = requests[index]
      if (!next) return
      setActiveId(next.id)
      onChoose(next.id)
      show(index)
      setWanted({ index })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const active = requests[activeIndex]
      if (active) onEnter(active.id)
    }
  }

  return (
    <div
      ref={ref}
      className={`${styles.table} ${narrow ? styles.narrow : ''}`}
      role="grid"
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={(event) => setActiveId(requestOf(event)?.id)}
      onClick={(event) => {
        const pressed = requestOf(event)
        if (pressed) (narrow ? onEnter : onChoose)(pressed.id)
      }}
      aria-label="Requests"
      aria-rowcount={requests.length + 1}
    >
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles.head}>
          <span role="columnheader">Time</span>
          <span role="columnheader">Method</span>
          <span role="columnheader">Resource</span>
          <span role="columnheader">Status</span>
          <span role="columnheader" className={styles.number}>
            ms
          </span>
          <span role="columnheader" className={styles.correlation}>
            Correlation
          </span>
        </div>
      </div>
      <div ref={scrollerRef} role="presentation" className={styles.scroller}>
        <div
          ref={body}
          role="rowgroup"
          className={styles.rows}
          style={{ height: requests.length * rowHeight }}
        >
          {drawn.map((index) => {
            const request = requests[index]
            if (!request) return null
            return (
              <RequestRow
                key={request.id}
                request={request}
                index={index}
                style={{ height: rowHeight, transform: `translateY(${index * rowHeight}px)` }}
                chosen={index === chosenIndex}
                active={index === activeIndex}
              />
            )
          })}
        </div>
        {requests.length === 0 && (
          <p className={styles.none}>
            {filtered ? 'No request matches all of this.' : 'Requests to Azure appear here as they are sent.'}
          </p>
        )}
      </div>
    </div>
  )
}

/** New rows come above. Who has scrolled down keeps seeing the same ones. */
function useNewRowsAbove(
  scrollerRef: RefObject<HTMLDivElement | null>,
  requests: readonly LoggedRequest[],
  rowHeight: number,
) {
  const first = requests[0]?.id
  const known = useRef(first)

  // Before the browser paints, so that nothing is seen to jump.
  useLayoutEffect(() => {
    const before = known.current
    known.current = first
    const element = scrollerRef.current
    if (!element || element.scrollTop === 0 || before === undefined || before === first) return
    const added = requests.findIndex(({ id }) => id === before)
    if (added > 0) element.scrollBy(0, added * rowHeight)
  }, [scrollerRef, requests, first, rowHeight])
}

function destination(key: string, active: number, chosen: number, length: number): number | undefined {
  switch (key) {
    case 'j':
    case 'k':
      if (areLetterKeysOff()) return undefined
      return destination(key === 'j' ? 'ArrowDown' : 'ArrowUp', active, chosen, length)
    case 'ArrowDown':
      // The first press chooses the row that has the focus.
      return chosen < 0 ? 0 : Math.min(length - 1, active + 1)
    case 'ArrowUp':
      return Math.max(0, active - 1)
    case 'PageDown':
      return Math.min(length - 1, active + PAGE)
    case 'PageUp':
      return Math.max(0, active - PAGE)
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return undefined
  }
}
