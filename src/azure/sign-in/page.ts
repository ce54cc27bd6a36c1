import { isAnswer } from './answer.ts'
import { LAST_ACCOUNT } from './remembered.ts'

/** The tab's address, as signing in needs it. */
export interface Page {
  /** Path, query and fragment. */
  address(): string
  /** Whether the address holds the provider's answer. */
  hasAnswer(): boolean
  /** Puts another address of the app in place of this one; `undefined` for the app's first page. */
  replace(address: string | undefined): void
  reload(): void
  /** Calls back when another tab forgets the login hint, with the hint that it forgot. */
  onForgotten(listener: (loginHint: string) => void): void
  /** True in a frame, where the provider lets nobody sign in. */
  isFramed(): boolean
}

/** @param redirectUri the app's base, absolute */
export function browserPage(window: Window, redirectUri: string): Page {
  const { location, history } = window
  const base = new URL(redirectUri)
  return {
    address: () => `${location.pathname}${location.search}${location.hash}`,
    hasAnswer: () => isAnswer(location.hash),
    replace(address) {
      const to = address === undefined ? base : new URL(address, base)
      // What a tab remembers is no reason to leave the app.
      const isOurs = to.origin === base.origin && to.pathname.startsWith(base.pathname)
      history.replaceState(null, '', isOurs ? to : base)
    },
    reload: () => location.reload(),
    onForgotten(listener) {
      window.addEventListener('storage', ({ key, oldValue, newValue }) => {
        if (key === LAST_ACCOUNT && newValue === null && oldValue !== null) listener(oldValue)
      })
    },
    isFramed: () => window.parent !== window,
  }
}
