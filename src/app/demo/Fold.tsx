import { ChevronDownRegular } from '@fluentui/react-icons'
import { useState, type ReactNode } from 'react'
import styles from './DemoPanel.module.css'

interface FoldProps {
  name: string
  /** What is set inside, for who does not open it. */
  state: string
  /** Only at first; then whoever looks decides. */
  open?: boolean
  children: ReactNode
}

/** Settings folded away, with their state on the fold: so every name is in view in a low window. */
export function Fold({ name, state, open = false, children }: FoldProps) {
  const [atFirst] = useState(open)
  return (
    <details className={styles.fold} open={atFirst}>
      <summary className={styles.foldHead}>
        <span className={styles.chevron} aria-hidden>
          <ChevronDownRegular />
        </span>
        <span className={styles.foldName}>{name}</span> <span className={styles.foldState}>{state}</span>
      </summary>
      {children}
    </details>
  )
}
