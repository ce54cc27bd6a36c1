import { useCallback, useSyncExternalStore, type RefObject } from 'react'

/** As drawn, where nothing can be measured. */
const HEIGHT = 284
const BESIDE = 6

/**
 * Which rows of one height are in view, with a few beside them. Its own few lines: a library shared with the lists
 * would be cut into a file more that the first row waits for.
 */
export function useWindow(scrollerRef: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const subscribe = useCallback(
    (listener: () => void) => {
      const scroller = scrollerRef.current
      const observer = new ResizeObserver(listener)
      if (scroller) observer.observe(scroller)
      scroller?.addEventListener('scroll', listener, { passive: true })
      return () => {
        observer.disconnect()
        scroller?.removeEventListener('scroll', listener)
      }
    },
    [scrollerRef],
  )
  const first = useSyncExternalStore(subscribe, () =>
    Math.floor((scrollerRef.current?.scrollTop ?? 0) / rowHeight),
  )
  const fit = useSyncExternalStore(subscribe, () =>
    Math.ceil((scrollerRef.current?.clientHeight || HEIGHT) / rowHeight),
  )

  return {
    from: Math.max(0, Math.min(first, count - fit) - BESIDE),
    to: Math.min(count, first + fit + BESIDE),
    /** Scrolls no further than it must. */
    show(index: number) {
      const scroller = scrollerRef.current
      if (!scroller) return
      const height = scroller.clientHeight || HEIGHT
      const top = index * rowHeight
      if (top < scroller.scrollTop) scroller.scrollTo(0, top)
      else if (top + rowHeight > scroller.scrollTop + height) scroller.scrollTo(0, top + rowHeight - height)
    },
  }
}
