import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Mark } from '../../ui/Mark.tsx'
import styles from './Page.module.css'

/** A page without the shell: nothing of an estate is there yet. */
export function AloneFrame({ children }: { children?: ReactNode }) {
  const main = useRef<HTMLElement>(null)

  // What was open over the app hid everything else from screen readers, and does not take that back when it goes with the app.
  useLayoutEffect(() => {
    for (let element = main.current?.parentElement; element; element = element.parentElement)
      element.removeAttribute('aria-hidden')
  }, [])

  return (
    <main ref={main} className={styles.alone}>
      <div className={styles.brand}>
        <Mark className={styles.mark} />
        Hybrid Connectivity Hub
      </div>
      {children}
    </main>
  )
}
