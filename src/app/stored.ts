import { ownedName } from '../queries/owned.ts'

/**
 * Preferences of this browser, whoever uses it. index.html reads `theme` and `navigation` before the first paint.
 * Storage may be denied or full: then a preference lasts as long as the page.
 */
type StoredName = 'theme' | 'navigation' | 'keys' | 'estate'

export function readStored(name: StoredName): string | undefined {
  return read(() => localStorage, ownedName(name, undefined))
}

/** `undefined` forgets. */
export function writeStored(name: StoredName, value: string | undefined): void {
  write(() => localStorage, ownedName(name, undefined), value)
}

/** What tells of an estate: remembered for one account, forgotten with its sign-out. */
type OwnedName = 'recent'

/** @param owner of `useOwner` */
export function readOwned(name: OwnedName, owner: string | undefined): string | undefined {
  return read(() => localStorage, ownedName(name, owner))
}

/** `undefined` forgets. */
export function writeOwned(name: OwnedName, owner: string | undefined, value: string | undefined): void {
  write(() => localStorage, ownedName(name, owner), value)
}

/** What is remembered until the tab is closed. */
type SessionName = 'request-log' | 'signed-out'

export function readSession(name: SessionName): string | undefined {
  return read(() => sessionStorage, ownedName(name, undefined))
}

/** `undefined` forgets. */
export function writeSession(name: SessionName, value: string | undefined): void {
  write(() => sessionStorage, ownedName(name, undefined), value)
}

function read(storage: () => Storage, name: string): string | undefined {
  try {
    return storage().getItem(name) ?? undefined
  } catch {
    return undefined
  }
}

function write(storage: () => Storage, name: string, value: string | undefined): void {
  try {
    if (value === undefined) storage().removeItem(name)
    else storage().setItem(name, value)
  } catch {
    // Remembered for this page only.
  }
}
