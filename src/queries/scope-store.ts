import { ownedName } from './owned.ts'

/** Which subscriptions are read: lower-case ids, or all. Remembered where the browser remembers. */
export interface ScopeStore {
  subscribe(listener: () => void): () => void
  getSnapshot(): readonly string[] | 'all'
  /** No subscription means all of them. */
  select(subscriptionIds: readonly string[] | 'all'): void
}

/**
 * @param storage throws where storage is denied, as the browser's own does
 * @param owner whose choice it is, as `ownedName` takes it
 */
export function createScopeStore(
  storage: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
  owner: string | undefined,
): ScopeStore {
  const name = ownedName('scope', owner)
  const listeners = new Set<() => void>()
  let selected: readonly string[] | 'all' | undefined
  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    getSnapshot() {
      selected ??= remembered(storage, name)
      return selected
    },
    select(subscriptionIds) {
      selected = subscriptionIds === 'all' ? 'all' : chosen(subscriptionIds)
      try {
        if (selected === 'all') storage().removeItem(name)
        else storage().setItem(name, JSON.stringify(selected))
      } catch {
        // Lasts as long as the page.
      }
      for (const listener of listeners) listener()
    },
  }
}

function remembered(storage: () => Pick<Storage, 'getItem'>, name: string): readonly string[] | 'all' {
  try {
    const parsed: unknown = JSON.parse(storage().getItem(name) ?? '')
    return Array.isArray(parsed) ? chosen(parsed) : 'all'
  } catch {
    return 'all'
  }
}

function chosen(ids: readonly unknown[]): readonly string[] | 'all' {
  const texts = ids.filter((id) => typeof id === 'string').map((id) => id.toLowerCase())
  return texts.length > 0 ? [...new Set(texts)] : 'all'
}
