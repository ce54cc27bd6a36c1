import { readSession, writeSession } from '../stored.ts'
import { createValue } from '../value.ts'

/** The handle in the status line: the focus goes there when what opened the log is gone. */
export const REQUEST_LOG_BUTTON = 'request-log-button'

/** Where it leaves room for the page. On a phone it would cover what somebody came for. */
const besideThePage = () => window.innerWidth >= 700

/** Remembered until the tab is closed. */
export const requestLogOpen = createValue(readSession('request-log') === 'open' && besideThePage(), (open) =>
  writeSession('request-log', open ? 'open' : undefined),
)

/** What had the focus when the log was opened by somebody; nothing when it was open from the start. */
let opener: Element | undefined

/** Whether the log is to take the focus: it does when it was asked for, and not after a reload. */
export function wasAskedFor(): boolean {
  return opener !== undefined
}

/** What the log was opened to look for. */
export const requestLogSearch = createValue<string | undefined>(undefined)

/** Opens the log on the requests that have something in them, a correlation id. */
export function searchRequestLog(text: string): void {
  requestLogSearch.set(text)
  openRequestLog()
}

export function openRequestLog(): void {
  if (requestLogOpen.get()) return
  opener = document.activeElement ?? document.body
  requestLogOpen.set(true)
}

/** Closes it. A focus that was in it goes back to where it came from. */
export function closeRequestLog(): void {
  const hadFocus = document.activeElement?.closest('[data-request-log]') != null
  const back = opener
  opener = undefined
  requestLogSearch.set(undefined)
  requestLogOpen.set(false)
  if (!hadFocus) return
  const known = back instanceof HTMLElement && back.isConnected && back !== document.body
  const to = known ? back : document.getElementById(REQUEST_LOG_BUTTON)
  to?.focus({ preventScroll: true })
}

export function toggleRequestLog(): void {
  if (requestLogOpen.get()) closeRequestLog()
  else openRequestLog()
}
