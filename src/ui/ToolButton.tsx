import type { ReactNode } from 'react'
import styles from './ToolButton.module.css'

interface ToolButtonProps {
  /** Stands alone where there is no room for the word. */
  icon?: ReactNode
  word: string
  title?: string
  /** Why it does nothing now; it keeps its place in the order of Tab. */
  off?: string
  onPress: () => void
}

/** A button beside a page's heading. */
export function ToolButton({ icon, word, title, off, onPress }: ToolButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-disabled={off !== undefined}
      title={off ?? title}
      onClick={() => {
        if (off === undefined) onPress()
      }}
    >
      {icon !== undefined && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <span className={styles.word}>{word}</span>
    </button>
  )
}
