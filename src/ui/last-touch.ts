let last = -1

if (typeof window === 'object') {
  const touched = () => {
    last = performance.now()
  }
  for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    window.addEventListener(type, touched, { capture: true, passive: true })
}

/** When somebody last pressed, typed or scrolled, in milliseconds since the page was opened; -1 when nobody has. */
export function lastTouch(): number {
  return last
}
