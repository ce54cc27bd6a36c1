import type { Json } from '../lib/json.ts'
import { endsOfKept } from './kept-in-tab.ts'
import { ownedName } from './owned.ts'

/** JSON values by name that all tabs of the browser share, for one account: each is an item of its own, so that two tabs that write different ones lose nothing. */
export interface KeptList {
  /** As they are now, whichever tab wrote them. */
  read(): ReadonlyMap<string, unknown>
  /** `undefined` forgets. Where storage is denied or full it lasts as long as the page. */
  write(name: string, value: Json | undefined): void
  /** Calls when another tab has written. */
  onChange(listener: () => void): () => void
}

type ListStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/**
 * @param name with the version of its shape in it, `operations.1`
 * @param owner whose it is, as `ownedName` takes it
 * @param heard calls when another tab has written an item, by its key; `null` when it emptied the storage
 */
export function keptList(
  storage: () => ListStorage,
  name: string,
  owner: string | undefined,
  heard: (listener: (key: string | null) => void) => () => void,
): KeptList {
  const prefix = `${ownedName(name, owner)}/`
  const end = endsOfKept()
  /** What could not be kept. */
  const here = new Map<string, unknown>()
  return {
    read() {
      const found = new Map<string, unknown>()
      try {
        const kept = storage()
        const keys = Array.from({ length: kept.length }, (_, index) => kept.key(index) ?? '')
        for (const key of keys.filter((one) => one.startsWith(prefix)))
          found.set(key.slice(prefix.length), parsed(kept.getItem(key)))
      } catch {
        // Denied.
      }
      for (const [key, value] of here) found.set(key, value)
      return found
    },
    write(item, value) {
      here.delete(item)
      // After a sign-out nothing comes back of what it deleted.
      if (end !== endsOfKept()) return
      try {
        if (value === undefined) storage().removeItem(prefix + item)
        else storage().setItem(prefix + item, JSON.stringify(value))
      } catch {
        if (value !== undefined) here.set(item, value)
      }
    },
    onChange: (listener) => heard((key) => (key === null || key.startsWith(prefix)) && listener()),
  }
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null')
  } catch {
    return undefined
  }
}

/** What other tabs do to the browser's local storage. */
export function heardInBrowser(listener: (key: string | null) => void): () => void {
  const hear = ({ key }: StorageEvent) => listener(key)
  window.addEventListener('storage', hear)
  return () => window.removeEventListener('storage', hear)
}
