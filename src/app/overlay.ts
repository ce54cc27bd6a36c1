import { createValue } from './value.ts'

/** What floats above the page; one thing at a time. */
export type Overlay =
  | { is: 'none' }
  | { is: 'palette' }
  | { is: 'keys' }
  | { is: 'navigation' }
  /** Panels hang below what opened them and give the focus back to it. */
  | { is: Panel; anchor: HTMLElement }

type Panel = 'demo' | 'scope' | 'account' | 'operations'

const NONE: Overlay = { is: 'none' }

export const overlay = createValue<Overlay>(NONE, giveBackFocus)

let opener: Element | null = null

/** Dialogs without a trigger of Fluent's leave the focus nowhere; it goes back to where it was when they opened. */
function giveBackFocus({ is }: Overlay) {
  if (is !== 'none') {
    opener ??= document.activeElement
    return
  }
  const to = opener
  opener = null
  let frames = 60
  const look = () => {
    if (overlay.get().is !== 'none') return
    if (document.activeElement === document.body) {
      if (to instanceof HTMLElement) to.focus({ preventScroll: true })
    } else if (frames > 0) {
      frames -= 1
      requestAnimationFrame(look)
    }
  }
  requestAnimationFrame(look)
}

export function closeOverlay(): void {
  overlay.set(NONE)
}

/** Opens a panel below its button; a second press closes it. */
export function togglePanel(is: Panel, anchor: HTMLElement): void {
  overlay.set(overlay.get().is === is ? NONE : { is, anchor })
}
