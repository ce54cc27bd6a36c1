import type { ReactNode } from 'react'
import { useMedia } from '../use-media.ts'
import styles from './WizardBody.module.css'

interface WizardBodyProps {
  /** Beside the questions, or folded below them where there is no room. */
  aside?: { title: string; summary: string; content: ReactNode } | undefined
  children: ReactNode
}

/** One group of questions, and beside it what they come to. */
export function WizardBody({ aside, children }: WizardBodyProps) {
  const beside = useMedia('(min-width: 1100px)')
  return (
    <div className={`${styles.body} ${aside && beside ? styles.two : ''}`}>
      <div className={aside ? styles.questions : styles.whole}>{children}</div>
      {aside &&
        (beside ? (
          <aside className={styles.aside} aria-label={aside.title}>
            <div className={styles.stays}>{aside.content}</div>
          </aside>
        ) : (
          <details className={styles.fold}>
            <summary>
              <strong>{aside.title}</strong> <span className={styles.summary}>{aside.summary}</span>
            </summary>
            {aside.content}
          </details>
        ))}
    </div>
  )
}
