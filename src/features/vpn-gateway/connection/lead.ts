/**
 * Whoever came for a part is led to it, once: a `ref` of its heading. One and the same function, so that it is called when the
 * heading comes and not each time it is drawn.
 */
export function lead(heading: HTMLElement | null): void {
  heading?.focus()
}
