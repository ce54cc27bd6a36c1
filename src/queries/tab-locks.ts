/** What only one tab of the browser does at a time. The browser frees what a closed tab held. */
export interface TabLocks {
  /** False where the browser has no such locks, or has refused one: then each tab is alone. */
  readonly across: boolean
  /**
   * Waits until nobody else holds the name, then runs.
   * @param onWait once, when somebody holds it
   */
  hold<T>(
    name: string,
    run: () => Promise<T>,
    options?: { signal?: AbortSignal; onWait?: () => void },
  ): Promise<T>
}

/** @param locks absent on an insecure origin */
export function browserLocks(locks: LockManager | undefined): TabLocks {
  if (!locks) return { across: false, hold: (_, run) => run() }
  let refused = false
  return {
    get across() {
      return !refused
    },
    async hold(name, run, { signal, onWait } = {}) {
      let began = false
      const begin = () => {
        began = true
        return run()
      }
      try {
        if (onWait) {
          const got = await locks.request(name, { ifAvailable: true }, async (lock) =>
            lock ? { value: await begin() } : undefined,
          )
          if (got) return got.value
          onWait()
        }
        return await locks.request(name, { ...(signal && { signal }) }, begin)
      } catch (thrown) {
        // What ran, or was no longer wanted, is told. Otherwise there are no locks here, as where storage is blocked.
        if (began || signal?.aborted) throw thrown
        refused = true
        return run()
      }
    },
  }
}

/** Holds all names at once: always in the same order, so that two that want the same never wait for each other. */
export function holdAll<T>(
  locks: TabLocks,
  names: readonly string[],
  run: () => Promise<T>,
  options: { signal?: AbortSignal; onWait?: () => void },
): Promise<T> {
  const sorted = [...new Set(names)].sort()
  const from = (index: number): Promise<T> => {
    const name = sorted[index]
    return name === undefined ? run() : locks.hold(name, () => from(index + 1), options)
  }
  return from(0)
}
