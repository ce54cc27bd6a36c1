/** Runs something when the browser has nothing else to do, or in a second where it does not tell. @returns what calls it off */
export function whenIdle(run: () => void): () => void {
  // Safari has none.
  if (window.requestIdleCallback === undefined) {
    const timer = window.setTimeout(run, 1_000)
    return () => window.clearTimeout(timer)
  }
  const idle = window.requestIdleCallback(run)
  return () => window.cancelIdleCallback(idle)
}
