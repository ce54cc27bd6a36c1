import type { TabLocks } from '../../src/queries/tab-locks.ts'

export interface Tab {
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>
  /** As `keptList` takes it. */
  heard: (listener: (key: string | null) => void) => () => void
  locks: TabLocks
  /** Closed or killed: it writes nothing more, and what it held is free. */
  close(): void
}

/** Tabs of one browser: a local storage whose changes the others hear of, and locks that a closed tab frees. */
export function tabsOfOneBrowser(items = new Map<string, string>()) {
  const tabs = new Set<{ listeners: Set<(key: string | null) => void> }>()
  const holders = new Map<string, object>()
  const waiting = new Set<() => void>()

  function free(name: string): void {
    holders.delete(name)
    for (const tryAgain of waiting) tryAgain()
  }

  function open(): Tab {
    const tab = { listeners: new Set<(key: string | null) => void>() }
    tabs.add(tab)
    const tell = (key: string) => {
      for (const other of tabs) if (other !== tab) for (const listener of other.listeners) listener(key)
    }
    const alive = () => tabs.has(tab)
    const take = (name: string, signal?: AbortSignal) =>
      new Promise<void>((resolve, reject) => {
        const attempt = () => {
          if (holders.has(name) || !alive()) return
          waiting.delete(attempt)
          holders.set(name, tab)
          resolve()
        }
        signal?.addEventListener('abort', () => {
          waiting.delete(attempt)
          reject(new DOMException('Aborted', 'AbortError'))
        })
        waiting.add(attempt)
        attempt()
      })
    return {
      storage: {
        get length() {
          return items.size
        },
        key: (index) => [...items.keys()][index] ?? null,
        getItem: (key) => items.get(key) ?? null,
        setItem(key, value) {
          if (!alive()) return
          items.set(key, value)
          tell(key)
        },
        removeItem(key) {
          if (!alive()) return
          items.delete(key)
          tell(key)
        },
      },
      heard(listener) {
        tab.listeners.add(listener)
        return () => tab.listeners.delete(listener)
      },
      locks: {
        across: true,
        async hold(name, run, { signal, onWait } = {}) {
          if (holders.has(name)) onWait?.()
          await take(name, signal)
          try {
            return await run()
          } finally {
            if (holders.get(name) === tab) free(name)
          }
        },
      },
      close() {
        tabs.delete(tab)
        for (const [name, holder] of holders) if (holder === tab) free(name)
      },
    }
  }
  return { items, open }
}
