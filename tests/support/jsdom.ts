import '@testing-library/jest-dom/vitest'
import { cleanup, configure, getConfig, prettyDOM } from '@testing-library/react'
import { afterEach } from 'vitest'

/** What jsdom lacks and the app asks every browser for. Sizes are a desktop's, and nothing ever changes. */

// vitest keeps its functions to itself here, so that Testing Library cannot tidy up on its own.
afterEach(() => {
  cleanup()
  localStorage.clear()
  sessionStorage.clear()
})

// Libraries ask at each step what they run as, and Node asks the system each time: a copy answers at once.
process.env = { ...process.env }

/** The library's own mark, not in its types, of a look inside `waitFor`, which will look again. */
type Looking = ReturnType<typeof getConfig> & { _disableExpensiveErrorDiagnostics?: boolean }

// To write the whole document down takes longer than to look, so it is done for the look that a test fails with.
configure({
  getElementError(message, container) {
    const looksAgain = (getConfig() as Looking)._disableExpensiveErrorDiagnostics === true
    const text = looksAgain ? message : `${message ?? ''}\n\n${prettyDOM(container)}`
    return Object.assign(new Error(text ?? ''), { name: 'TestingLibraryElementError' })
  },
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

/**
 * jsdom holds every rule of the component library against an element each time somebody asks for its style, milliseconds that add
 * up to a third of the time. What tests and the library ask is whether a thing is shown, which here the elements themselves
 * say: attributes, inline style and what browsers hide by themselves. Style sheets are proven in Chromium.
 */
window.getComputedStyle = (element) => {
  const own = element instanceof HTMLElement || element instanceof SVGElement ? element.style : undefined
  const valueOf = (name: string): string => {
    switch (name) {
      case 'display':
        return isHidden(element) ? 'none' : own?.display || 'block'
      case 'visibility':
        return visibilityOf(element)
      case 'opacity':
        return own?.opacity || '1'
      case 'pointerEvents':
      case 'pointer-events':
        return own?.pointerEvents || 'auto'
      case 'position':
        return own?.position || 'static'
      default:
        return own?.getPropertyValue(name) ?? ''
    }
  }
  // It stands for a declaration that is only read.
  return new Proxy({} as CSSStyleDeclaration, {
    get: (_, name) => {
      if (name === 'getPropertyValue') return valueOf
      if (typeof name !== 'string') return undefined
      return valueOf(name) || valueOf(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`))
    },
  })
}

/**
 * Nothing has a size here, and the library's focus trap takes what has none for hidden: it would find nothing to put the focus
 * on in a dialog, and then hide the dialog from readers.
 */
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  configurable: true,
  get(this: HTMLElement) {
    return this.isConnected && this !== document.body && !isInHidden(this) ? document.body : null
  },
})
document.body.getBoundingClientRect = () => new DOMRect(0, 0, window.innerWidth, window.innerHeight)

function isInHidden(element: Element | null): boolean {
  if (element === null) return false
  const isOff = element instanceof HTMLElement && element.style.display === 'none'
  return isOff || isHidden(element) || isInHidden(element.parentElement)
}

const NEVER_SHOWN = new Set(['SCRIPT', 'STYLE', 'HEAD', 'TITLE', 'TEMPLATE', 'NOSCRIPT'])

function isHidden(element: Element): boolean {
  const { parentElement } = element
  return (
    element.hasAttribute('hidden') ||
    NEVER_SHOWN.has(element.tagName) ||
    (element.tagName === 'DIALOG' && !element.hasAttribute('open')) ||
    (parentElement?.tagName === 'DETAILS' &&
      !parentElement.hasAttribute('open') &&
      element.tagName !== 'SUMMARY') ||
    element.classList.contains('fui-Tab__content--reserved-space')
  )
}

function visibilityOf(element: Element | null): string {
  if (!(element instanceof HTMLElement)) return 'visible'
  return element.style.visibility || visibilityOf(element.parentElement)
}
