import { useSyncExternalStore } from 'react'

/** A value outside React that components follow: for preferences, which the palette, keys and buttons all change. */
export interface Value<T> {
  get(): T
  set(value: T): void
  subscribe(listener: () => void): () => void
}

export function createValue<T>(initial: T, onChange?: (value: T) => void): Value<T> {
  let current = initial
  const listeners = new Set<() => void>()
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return
      current = value
      onChange?.(value)
      for (const listener of listeners) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useValue<T>(value: Value<T>): T {
  return useSyncExternalStore(value.subscribe, value.get)
}
