import { useEffect, useState } from 'react'

export const SHOWN_SECONDS = 30

interface Shown {
  value: string
  /** Milliseconds since the epoch. */
  until: number
}

/**
 * A secret on the screen for a while. It goes when its time is over, when the window loses the focus, when the tab is hidden
 * or left, and with the component; it is held here and nowhere else.
 */
export function useShownFor() {
  const [shown, setShown] = useState<Shown>()
  const [left, setLeft] = useState(0)
  const isShown = shown !== undefined

  // The screen may be looked at by others as soon as nobody looks after it: only the browser tells of that.
  useEffect(() => {
    if (!isShown) return
    const hide = () => setShown(undefined)
    const events = [
      [window, 'blur'],
      [window, 'pagehide'],
      [document, 'visibilitychange'],
    ] as const
    for (const [target, name] of events) target.addEventListener(name, hide)
    return () => {
      for (const [target, name] of events) target.removeEventListener(name, hide)
    }
  }, [isShown])

  const until = shown?.until
  // Time passes outside of React.
  useEffect(() => {
    if (until === undefined) return
    const tick = () => {
      const seconds = Math.ceil((until - Date.now()) / 1000)
      setLeft(seconds)
      if (seconds <= 0) setShown(undefined)
    }
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [until])

  return {
    value: shown?.value,
    /** Seconds. */
    left,
    show(value: string) {
      setLeft(SHOWN_SECONDS)
      setShown({ value, until: Date.now() + SHOWN_SECONDS * 1000 })
    },
    hide: () => setShown(undefined),
  }
}
