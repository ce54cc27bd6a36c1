import { useLayoutEffect, useState, type KeyboardEvent, type PointerEvent } from 'react'
import styles from './RequestLogPanel.module.css'

const LEAST = 160
const STEP = 24

const AS_DRAWN = 356

function most(): number {
  return Math.max(LEAST, window.innerHeight - 220)
}

/** The upper edge, moved by the pointer or by arrows. The page below is told how much it covers. */
export function ResizeEdge() {
  const [height, setHeight] = useState(AS_DRAWN)
  const current = Math.min(height, most())
  const resize = (to: number) => setHeight(Math.round(Math.min(most(), Math.max(LEAST, to))))

  // The shell leaves as much room below the page, so that nothing on it is out of reach.
  useLayoutEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--request-log', `${current}px`)
    return () => void style.removeProperty('--request-log')
  }, [current])

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key]
    if (step === undefined) return
    event.preventDefault()
    resize(current + step)
  }

  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const { top } = event.currentTarget.getBoundingClientRect()
    resize(current + top - event.clientY)
  }

  return (
    <div
      className={styles.edge}
      role="separator"
      aria-orientation="horizontal"
      aria-label="Height of the request log"
      aria-valuemin={LEAST}
      aria-valuemax={most()}
      aria-valuenow={current}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  )
}
