import type { Reach } from '../model/inventory.ts'
import { ownedName } from './owned.ts'

/** Which subscriptions are read: lower-case ids, or all. Remembered where the browser remembers. */
export interface ScopeStore {
  subscribe(listener: () => void): () => void
  getSnapshot(): readonly string[] | 'all'
  /** No subscription means all of them. */
  select(subscriptionIds: readonly string[] | 'all'): void
}

const stores = new Map<string | undefined, ScopeStore>()

/** The one store of an owner, in the browser's own storage. */
export function scopeStoreOf(owner: string | undefined): ScopeStore {
  const store = stores.get(owner) ?? createScopeStore(() => localStorage, owner)
  stores.set(owner, store)
  return store
}

/**
 * The ids to read, in the casing of `reach`. A chosen one that is gone is passed over; when none is left, all are read,
 * unless what was chosen may still come.
 */
export function inScope(reach: Reach | undefined, chosen: readonly string[] | 'all'): readonly string[] {
  const ids = (reach?.subscriptions ?? []).map(({ subscriptionId }) => subscriptionId)
  const wanted = chosen === 'all' ? ids : ids.filter((id) => chosen.includes(id.toLowerCase()))
  return wanted.length > 0 || reach?.stillReading !== undefined ? wanted : ids
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
