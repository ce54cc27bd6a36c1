import { useId } from 'react'
import styles from './ErrorSummary.module.css'
import { goToField } from './go-to-field.ts'

interface ErrorSummaryProps {
  /** Each with the id of its field. */
  problems: readonly { field: string; text: string }[]
}

/** More would push the fields out of sight: the rest is counted. */
const MOST = 20

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
        {problems.slice(0, MOST).map(({ field, text }) => (
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
        {problems.length > MOST && <li>and {problems.length - MOST} more</li>}
      </ul>
    </section>
  )
}
