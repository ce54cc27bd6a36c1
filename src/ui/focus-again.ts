/** Frames until a dialog that closes has given up the focus. */
const FRAMES = 60

/** A dialog that is opened without a trigger of its own leaves the focus nowhere when it closes: it goes to `element` then. */
export function focusWhenFree(element: HTMLElement | null | undefined, frames = FRAMES): void {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true })
  else if (frames > 0) requestAnimationFrame(() => focusWhenFree(element, frames - 1))
}
