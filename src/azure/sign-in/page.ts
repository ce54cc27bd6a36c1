import { isAnswer } from '../sign-in-answer.ts'
import { SIGN_OUTS } from './remembered.ts'

/** The tab's address, as signing in needs it. */
export interface Page {
  /** Path, query and fragment. */
  address(): string
  /** The provider's answer, while the address holds it. */
  answer(): string | undefined
  /** Puts another address of the app in place of this one; `undefined` for the app's first page. */
  replace(address: string | undefined): void
  reload(): void
  /** Calls back when somebody signs out in another tab. */
  onSignOut(listener: () => void): void
  /** Calls back when the browser shows the page again as it was, memory and all, as its Back does. */
  onShownAgain(listener: () => void): void
  /** True in a frame, where the provider lets nobody sign in. */
  isFramed(): boolean
  /** False where the browser knows that it has no network: then the way out ends on a page of its own. */
  isOnline(): boolean
}

/** @param redirectUri the app's base, absolute */
export function browserPage(window: Window, redirectUri: string): Page {
  const { location, history } = window
  const base = new URL(redirectUri)
  return {
    address: () => `${location.pathname}${location.search}${location.hash}`,
    answer: () => (isAnswer(location.hash) ? location.hash : undefined),
    replace(address) {
      const to = address === undefined ? base : new URL(address, base)
      // What a tab remembers is no reason to leave the app.
      const isOurs = to.origin === base.origin && to.pathname.startsWith(base.pathname)
      history.replaceState(null, '', isOurs ? to : base)
    },
    reload: () => location.reload(),
    onSignOut(listener) {
      window.addEventListener('storage', ({ key }) => {
        if (key === SIGN_OUTS) listener()
      })
    },
    onShownAgain(listener) {
      window.addEventListener('pageshow', ({ persisted }) => {
        if (persisted) listener()
      })
    },
    isFramed: () => window.parent !== window,
    isOnline: () => window.navigator.onLine,
  }
}
