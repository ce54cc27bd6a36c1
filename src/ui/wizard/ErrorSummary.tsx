import { useId } from 'react'
import styles from './ErrorSummary.module.css'
import { goToField } from './go-to-field.ts'

interface ErrorSummaryProps {
  /** Each with the id of its field. */
  problems: readonly { field: string; text: string }[]
}

/** What keeps Next from going on, each a link to its field. It is read aloud as it comes. */
export function ErrorSummary({ problems }: ErrorSummaryProps) {
  const id = useId()
  if (problems.length === 0) return null
  return (
    <section className={styles.summary} aria-labelledby={id}>
      <div role="alert">
        <h2 id={id} className={styles.title}>
          {problems.length === 1 ? '1 error on this step' : `${problems.length} errors on this step`}
        </h2>
      </div>
      <ul className={styles.list}>
        {problems.map(({ field, text }) => (
          <li key={`${field} ${text}`}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                goToField(field)
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
