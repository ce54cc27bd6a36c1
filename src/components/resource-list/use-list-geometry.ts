import { useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'

interface ListGeometry {
  ref: RefObject<HTMLDivElement | null>
  /** Of the list; as drawn at 1366 where nothing can be measured. */
  width: number
  /** How far the list's body is below the top of the document. */
  top: number
  /** What sticks above the list: shell and head. */
  covered: number
}

const WIDTH_AT_1366 = 1158
const HEAD = 32

/** Measured before the first paint, so that rows never move to another layout. */
export function useListGeometry(): ListGeometry {
  const ref = useRef<HTMLDivElement>(null)
  const [measured, setMeasured] = useState({ width: WIDTH_AT_1366, top: 0, covered: HEAD })

  // The layout of the page is known to the browser alone.
  useLayoutEffect(() => {
    const list = ref.current
    if (!list) return undefined
    const measure = () => {
      const width = list.clientWidth || WIDTH_AT_1366
      const top = Math.round(list.getBoundingClientRect().top + window.scrollY) + HEAD
      const shell = parseFloat(getComputedStyle(list).getPropertyValue('--shell-top')) || 0
      const covered = shell + HEAD
      setMeasured((old) =>
        old.width === width && old.top === top && old.covered === covered ? old : { width, top, covered },
      )
    }
    measure()
    if (typeof ResizeObserver === 'undefined') return undefined
    const observer = new ResizeObserver(measure)
    observer.observe(list)
    // What stands above the list changes its place; the document's height tells.
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])

  return { ref, ...measured }
}

function subscribeToPointer(listener: () => void): () => void {
  const query = coarseQuery()
  query?.addEventListener('change', listener)
  return () => query?.removeEventListener('change', listener)
}

let known: MediaQueryList | undefined

/** Asked for once: the browser makes a new one, which costs, for each who asks. */
function coarseQuery(): MediaQueryList | undefined {
  if (typeof window.matchMedia === 'function') known ??= window.matchMedia('(pointer: coarse)')
  return known
}

/** A finger needs 44 pixels. */
export function useCoarsePointer(): boolean {
  return useSyncExternalStore(subscribeToPointer, () => coarseQuery()?.matches ?? false)
}
