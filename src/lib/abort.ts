const waiting = new WeakMap<AbortSignal, Set<() => void>>()

/**
 * Runs `act` when the signal aborts, until the returned function is called. All who wait on a signal share one listener,
 * which is taken off with the last of them: one reading of an estate has a hundred requests on one signal.
 */
export function onAbort(signal: AbortSignal | undefined, act: () => void): () => void {
  if (!signal) return () => undefined
  const acts = waiting.get(signal) ?? listenTo(signal)
  // Of its own, so that the same function may wait twice.
  const own = () => act()
  acts.add(own)
  return () => {
    if (acts.delete(own) && acts.size === 0) stopListening(signal)
  }
}

const listeners = new WeakMap<AbortSignal, () => void>()

function listenTo(signal: AbortSignal): Set<() => void> {
  const acts = new Set<() => void>()
  const aborted = () => {
    stopListening(signal)
    for (const act of acts) act()
  }
  waiting.set(signal, acts)
  listeners.set(signal, aborted)
  signal.addEventListener('abort', aborted)
  return acts
}

function stopListening(signal: AbortSignal): void {
  const listener = listeners.get(signal)
  if (listener) signal.removeEventListener('abort', listener)
  listeners.delete(signal)
  waiting.delete(signal)
}
