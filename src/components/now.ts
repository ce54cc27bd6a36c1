import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()
let stopped: number | undefined

/** Nothing is known of the time after this one, as in a snapshot; with `undefined` up to now. */
export function stopTime(at: number | undefined): void {
  if (stopped === at) return
  stopped = at
  tick()
}

function tick() {
  now = Date.now()
  for (const listener of listeners) listener()
}

/** One timer of a second for the whole page, running only while somebody looks. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    now = Date.now()
    timer = setInterval(tick, 1000)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/**
 * What `read` makes of the time. The component is drawn again only when that changes.
 * @param read `knownUntil` is there only where that is not now
 */
export function useTimeText(read: (now: number, knownUntil?: number) => string): string {
  return useSyncExternalStore(subscribe, () => read(now, stopped))
}
