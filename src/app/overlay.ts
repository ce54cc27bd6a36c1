import { createValue } from './value.ts'

/** What floats above the page; one thing at a time. */
export type Overlay =
  | { is: 'none' }
  | { is: 'palette' }
  | { is: 'keys' }
  | { is: 'navigation' }
  /** Panels hang below what opened them and give the focus back to it. */
  | { is: 'demo' | 'scope'; anchor: HTMLElement }

const NONE: Overlay = { is: 'none' }

export const overlay = createValue<Overlay>(NONE)

export function closeOverlay(): void {
  overlay.set(NONE)
}

/** Opens a panel below its button; a second press closes it. */
export function togglePanel(is: 'demo' | 'scope', anchor: HTMLElement): void {
  overlay.set(overlay.get().is === is ? NONE : { is, anchor })
}
