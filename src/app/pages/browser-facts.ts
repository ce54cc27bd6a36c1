import type { BrowserFacts } from '../../model/self-test/findings.ts'

const PROBE = 'hub.self-test'

/** What this browser lets the app keep, tried rather than asked. */
export function browserFacts(): BrowserFacts {
  return {
    localStorage: keeps(() => localStorage),
    sessionStorage: keeps(() => sessionStorage),
    indexedDb: typeof indexedDB === 'object' && indexedDB !== null,
    cookies: navigator.cookieEnabled,
    secure: window.isSecureContext,
    online: navigator.onLine,
    address: new URL(import.meta.env.BASE_URL, window.location.origin).href,
  }
}

function keeps(storage: () => Storage): boolean {
  try {
    storage().setItem(PROBE, '1')
    storage().removeItem(PROBE)
    return true
  } catch {
    return false
  }
}
