import { ChevronRightRegular } from '@fluentui/react-icons'
import { type ReactNode, useState } from 'react'
import styles from './Folded.module.css'

interface FoldedProps {
  title: string
  /** What is set inside, so that nobody has to look. */
  defaults: string
  /** Something in it has to be seen. */
  needed: boolean
  children: ReactNode
}

/** Settings that most people leave alone, with their values on the fold. */
export function Folded({ title, defaults, needed, children }: FoldedProps) {
  const [opened, setOpened] = useState(false)
  const open = opened || needed
  return (
    <details
      className={styles.fold}
      open={open}
      onToggle={({ currentTarget }) => setOpened(currentTarget.open)}
    >
      <summary>
        <span className={styles.mark} aria-hidden>
          <ChevronRightRegular />
        </span>
        {title} <span className={styles.defaults}>{defaults}</span>
      </summary>
      <div className={styles.content}>{children}</div>
    </details>
  )
}
