/**
 * What the browser remembers for this person. index.html reads `theme` and `navigation` before the first paint.
 * Storage may be denied or full: then a preference lasts as long as the page.
 */
type StoredName = 'theme' | 'navigation' | 'keys' | 'recent' | 'estate'

export function readStored(name: StoredName): string | undefined {
  try {
    return localStorage.getItem(`hub.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

/** `undefined` forgets. */
export function writeStored(name: StoredName, value: string | undefined): void {
  try {
    if (value === undefined) localStorage.removeItem(`hub.${name}`)
    else localStorage.setItem(`hub.${name}`, value)
  } catch {
    // Remembered for this page only.
  }
}

/** What is remembered until the tab is closed. */
type SessionName = 'request-log'

export function readSession(name: SessionName): string | undefined {
  try {
    return sessionStorage.getItem(`hub.${name}`) ?? undefined
  } catch {
    return undefined
  }
}

/** `undefined` forgets. */
export function writeSession(name: SessionName, value: string | undefined): void {
  try {
    if (value === undefined) sessionStorage.removeItem(`hub.${name}`)
    else sessionStorage.setItem(`hub.${name}`, value)
  } catch {
    // Remembered for this page only.
  }
}
