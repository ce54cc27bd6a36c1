import type { ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { onLeave } from './page.ts'

/** Draws a part of the app alone, in place of a page, until the test ends or takes it away. */
export function draw(part: ReactNode): { container: HTMLElement; unmount(): void } {
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  flushSync(() => root.render(part))
  const unmount = () => {
    root.unmount()
    container.remove()
  }
  onLeave(unmount)
  return { container, unmount }
}
