let lastAt = -Infinity

if (typeof window === 'object') {
  const moved = () => {
    lastAt = performance.now()
  }
  // A scroll, too: by the bar or by a throw of the finger nothing else tells of it.
  for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart', 'scroll'])
    window.addEventListener(type, moved, { capture: true, passive: true })
}

/** Milliseconds since anybody pressed or typed, or the page moved. */
export function restedFor(): number {
  return performance.now() - lastAt
}
