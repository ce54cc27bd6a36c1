let touches = 0

if (typeof window === 'object') {
  const touched = () => {
    touches++
  }
  for (const type of ['pointerdown', 'keydown', 'wheel', 'touchstart'])
    window.addEventListener(type, touched, { capture: true, passive: true })
}

/** How often somebody has pressed, typed or scrolled since the page was opened. */
export function touchesSoFar(): number {
  return touches
}
