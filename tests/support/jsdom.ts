import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

/** What jsdom lacks and the app asks every browser for. Sizes are a desktop's, and nothing ever changes. */

// vitest keeps its functions to itself here, so that Testing Library cannot tidy up on its own.
afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})

/** A viewport of 1366 by 850, light, with a mouse: `(max-width: 699.9px)` does not match, `(min-width: 1000px)` does. */
function matches(query: string): boolean {
  const [, bound, width] = /\((min|max)-width:\s*([\d.]+)px\)/.exec(query) ?? []
  if (bound === 'max') return 1366 <= Number(width)
  if (bound === 'min') return 1366 >= Number(width)
  return false
}

window.matchMedia = (query) => ({
  matches: matches(query),
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})

class StillObserver implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

globalThis.ResizeObserver ??= StillObserver
Element.prototype.scrollIntoView ??= () => undefined
window.scrollTo = () => undefined
