const NAME = 'hub.read-only'

/** Whether this browser refuses every change, for everybody who uses it. Remembered where the browser remembers. */
export interface ReadOnlyStore {
  subscribe(listener: () => void): () => void
  getSnapshot(): boolean
  set(on: boolean): void
  /** Another tab may have switched it. */
  readAgain(): void
}

/** @param storage throws where storage is denied, as the browser's own does */
export function createReadOnlyStore(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
): ReadOnlyStore {
  const listeners = new Set<() => void>()
  let on = remembered(storage) ?? false

  function change(next: boolean): void {
    if (next === on) return
    on = next
    for (const listener of listeners) listener()
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot: () => on,
    set(next) {
      try {
        if (next) storage().setItem(NAME, 'on')
        else storage().removeItem(NAME)
      } catch {
        // Lasts as long as the page.
      }
      change(next)
    },
    readAgain() {
      // Where nothing can be remembered, no other tab can have switched it.
      change(remembered(storage) ?? on)
    },
  }
}

function remembered(storage: () => Pick<Storage, 'getItem'>): boolean | undefined {
  try {
    return storage().getItem(NAME) === 'on'
  } catch {
    return undefined
  }
}
