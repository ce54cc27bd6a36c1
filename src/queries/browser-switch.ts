/** A switch of this browser, for everybody who uses it. Remembered where the browser remembers. */
export interface BrowserSwitch {
  subscribe(listener: () => void): () => void
  getSnapshot(): boolean
  set(on: boolean): void
  /** Another tab may have switched it. */
  readAgain(): void
}

/**
 * @param storage throws where storage is denied, as the browser's own does
 * @param name as it is kept; it has to be listed in `forget.ts`
 */
export function createBrowserSwitch(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  name: string,
): BrowserSwitch {
  const listeners = new Set<() => void>()
  let on = remembered(storage, name) ?? false

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
        if (next) storage().setItem(name, 'on')
        else storage().removeItem(name)
      } catch {
        // Lasts as long as the page.
      }
      change(next)
    },
    readAgain() {
      // Where nothing can be remembered, no other tab can have switched it.
      change(remembered(storage, name) ?? on)
    },
  }
}

function remembered(storage: () => Pick<Storage, 'getItem'>, name: string): boolean | undefined {
  try {
    return storage().getItem(name) === 'on'
  } catch {
    return undefined
  }
}
