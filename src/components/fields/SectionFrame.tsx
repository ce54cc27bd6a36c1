import { useId, type ReactNode } from 'react'
import styles from './SectionTable.module.css'

interface SectionFrameProps {
  title: string
  /** Where a page has several of the title, what this one is of. */
  of?: string | undefined
  note?: string | undefined
  children: ReactNode
}

/** A heading and what stands under it. */
export function SectionFrame({ title, of, note, children }: SectionFrameProps) {
  const headingId = useId()
  return (
    <section
      {...(of === undefined ? { 'aria-labelledby': headingId } : { 'aria-label': `${title} of ${of}` })}
    >
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
