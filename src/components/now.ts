import { useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = Date.now()
let stopped: number | undefined

/** Ages are counted from a fixed time from here on, as in a snapshot; from the clock again with `undefined`. */
export function stopTime(at: number | undefined): void {
  if (stopped === at) return
  stopped = at
  tick()
}

/** The time ages are counted from: now, or when a snapshot was taken. */
export function currentTime(): number {
  return stopped ?? Date.now()
}

function tick() {
  now = currentTime()
  for (const listener of listeners) listener()
}

/** One timer of a second for the whole page, running only while somebody looks. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (timer === undefined) {
    now = currentTime()
    timer = setInterval(tick, 1000)
  }
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** What `read` makes of the time. The component is drawn again only when that changes. */
export function useTimeText(read: (now: number) => string): string {
  return useSyncExternalStore(subscribe, () => read(now))
}
