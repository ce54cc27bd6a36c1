import type { ReactNode } from 'react'
import { Mark } from '../../ui/Mark.tsx'
import styles from './Page.module.css'

/** A page without the shell: nothing of an estate is there yet. */
export function AloneFrame({ children }: { children?: ReactNode }) {
  return (
    <main className={styles.alone}>
      <div className={styles.brand}>
        <Mark className={styles.mark} />
        Hybrid Connectivity Hub
      </div>
      {children}
    </main>
  )
}
