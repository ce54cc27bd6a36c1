import type { ReactNode } from 'react'
import styles from '../../components/wizard/FormStep.module.css'

interface GivenProps {
  label: string
  /** Why it cannot be chosen. */
  help?: string | undefined
  children: ReactNode
}

/** Something that follows from what is there. */
export function Given({ label, help, children }: GivenProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <bdi>{children}</bdi>
      </dd>
      {help !== undefined && <dd className={styles.note}>{help}</dd>}
    </div>
  )
}

/** Several of them beside each other. */
export function GivenList({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <dl id={id} className={`${styles.two} ${styles.given}`}>
      {children}
    </dl>
  )
}
