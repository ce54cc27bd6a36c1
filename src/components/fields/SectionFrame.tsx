import { useId, type ReactNode } from 'react'
import styles from './SectionTable.module.css'

interface SectionFrameProps {
  title: string
  note?: string | undefined
  children: ReactNode
}

/** A heading and what stands under it. */
export function SectionFrame({ title, note, children }: SectionFrameProps) {
  const headingId = useId()
  return (
    <section aria-labelledby={headingId}>
      <div className={styles.head}>
        <h2 className={styles.heading} id={headingId}>
          {title}
        </h2>
        {note !== undefined && <span className={styles.note}>{note}</span>}
      </div>
      {children}
    </section>
  )
}
