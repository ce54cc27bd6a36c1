/** Runs the work soon, once. */
export type Schedule = (work: () => void) => void

/** With the next frame; in a hidden tab, which has none, and outside browsers, a little later. */
export const nextFrame: Schedule = (work) => {
  if (typeof requestAnimationFrame === 'function' && !document.hidden) requestAnimationFrame(work)
  else setTimeout(work, 100)
}

/** Passes on the latest of what is offered, at most once per schedule; nothing after `stop`. */
export function latest<T>(
  schedule: Schedule,
  pass: (value: T) => void,
): { offer(value: T): void; stop(): void } {
  let pending: { value: T } | undefined
  let waiting = false
  let stopped = false
  return {
    offer(value) {
      pending = { value }
      if (waiting || stopped) return
      waiting = true
      schedule(() => {
        waiting = false
        const due = pending
        pending = undefined
        if (due && !stopped) pass(due.value)
      })
    },
    stop() {
      stopped = true
    },
  }
}
