import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { filterRequests, NO_FILTER } from '../../model/requests/filter.ts'
import type { LoggedRequest, RequestCounts } from '../../model/requests/logged-request.ts'
import { useMedia } from '../../ui/use-media.ts'
import { RequestDetail } from './RequestDetail.tsx'
import { RequestTable } from './RequestTable.tsx'
import { RequestToolbar } from './RequestToolbar.tsx'
import { ResizeEdge } from './ResizeEdge.tsx'
import styles from './RequestLogPanel.module.css'

interface RequestLogPanelProps {
  /** Newest last. */
  live: readonly LoggedRequest[]
  /** What it was opened to look for. */
  search?: string | undefined
  counts: RequestCounts
  /** Answers are kept until what it returns is called. */
  recordBodies: () => () => void
  onClear: () => void
  /** Opened by somebody, not found open after a reload. */
  takesFocus: boolean
  onClose: () => void
}

/** What the app asked Azure Resource Manager, newest first; below the page, which stays usable. */
export function RequestLogPanel(props: RequestLogPanelProps) {
  const { live, search = '', counts, recordBodies, onClear, takesFocus, onClose } = props
  const [paused, setPaused] = useState<readonly LoggedRequest[]>()
  const [filter, setFilter] = useState({ ...NO_FILTER, text: search })
  const [chosenId, setChosenId] = useState<number>()
  const [entered, setEntered] = useState(false)
  const detail = useRef<HTMLDivElement>(null)
  const table = useRef<HTMLDivElement>(null)
  const fillsScreen = useMedia('(max-width: 699.9px)')

  // The log keeps the bodies of answers for as long as somebody may look at them.
  useEffect(() => recordBodies(), [recordBodies])

  // The rows are drawn once the list has been measured.
  useEffect(() => {
    if (!takesFocus) return undefined
    const frame = requestAnimationFrame(() => focusRow(table.current))
    return () => cancelAnimationFrame(frame)
  }, [takesFocus])

  const known = paused ?? live
  const shown = useMemo(() => filterRequests(known, filter).toReversed(), [known, filter])
  // What the filter hides is not shown beside the list either; without it, it is there again.
  const chosen = shown.find(({ id }) => id === chosenId)

  function enter(id: number) {
    setChosenId(id)
    setEntered(true)
    // On a narrow screen the detail is only there after drawing.
    requestAnimationFrame(() => detail.current?.focus())
  }

  function leave() {
    setEntered(false)
    requestAnimationFrame(() => focusRow(table.current))
  }

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (!(event.target instanceof Element) || !event.target.closest('[data-request-log]')) return
    if (event.target instanceof HTMLInputElement && event.target.value !== '') return
    event.preventDefault()
    if (detail.current?.contains(event.target)) leave()
    else onClose()
  })

  // Escape is the panel's, whatever in it has the focus.
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])

  const isDetailAlone = fillsScreen && entered && chosen !== undefined
  return (
    <section className={styles.panel} aria-label="Request log" data-request-log>
      {!fillsScreen && <ResizeEdge />}
      <RequestToolbar
        counts={counts}
        filter={filter}
        onFilter={setFilter}
        shown={shown.length}
        newer={paused && (live.at(-1)?.id ?? 0) - (paused.at(-1)?.id ?? 0)}
        onPause={() => setPaused(paused ? undefined : live)}
        onClose={onClose}
        onClear={() => {
          onClear()
          setPaused(undefined)
          setChosenId(undefined)
        }}
      />
      <div className={styles.body}>
        {!isDetailAlone && (
          <RequestTable
            ref={table}
            requests={shown}
            filtered={filter !== NO_FILTER && known.length > 0}
            chosenId={chosenId}
            onChoose={setChosenId}
            onEnter={enter}
            narrow={fillsScreen}
          />
        )}
        {(!fillsScreen || isDetailAlone) && (
          <div ref={detail} className={styles.detail} tabIndex={-1} role="group" aria-label="Request">
            {chosen ? (
              <RequestDetail key={chosen.id} request={chosen} onBack={fillsScreen ? leave : undefined} />
            ) : (
              <p className={styles.hint}>Choose a request to see what Azure answered.</p>
            )}
          </div>
        )}
      </div>
    </section>
  )
}

/** The row that Tab would reach; the filter where there is none. */
function focusRow(table: HTMLElement | null) {
  const panel = table?.closest('[data-request-log]')
  const row = table?.querySelector<HTMLElement>('[tabindex="0"]')
  const target = row ?? panel?.querySelector<HTMLElement>('input')
  target?.focus({ preventScroll: true })
}
