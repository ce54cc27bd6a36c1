/** Until when Azure asked for no more requests. */
export interface Pause {
  subscribe(listener: () => void): () => void
  /** Milliseconds since the epoch; in the past when nothing waits, 0 when nothing ever did. */
  getSnapshot(): number
}

export function createPause(): Pause & { until(at: number): void } {
  const listeners = new Set<() => void>()
  let latest = 0
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => latest,
    until(at) {
      if (at <= latest) return
      latest = at
      for (const listener of listeners) listener()
    },
  }
}
