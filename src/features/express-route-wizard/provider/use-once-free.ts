import { useEffect, useEffectEvent } from 'react'

const LOOKED_AFTER_MS = 1000

/** Does something once, when it is due and nobody is typing: at once, or soon after the field was left. */
export function useOnceFree(isDue: boolean, act: () => void): void {
  const onFree = useEffectEvent(act)
  // It follows what Azure tells and where the focus is, not a click.
  useEffect(() => {
    if (!isDue) return
    const isTyping = () => document.activeElement instanceof HTMLInputElement
    if (!isTyping()) {
      onFree()
      return
    }
    const timer = setInterval(() => {
      if (isTyping()) return
      clearInterval(timer)
      onFree()
    }, LOOKED_AFTER_MS)
    return () => clearInterval(timer)
  }, [isDue])
}
