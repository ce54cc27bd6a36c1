import type { ReactNode } from 'react'
import type { HubError } from '../model/errors.ts'
import type { RightWords } from '../model/rights/words.ts'
import { ErrorFacts } from './ErrorFacts.tsx'
import { VerdictIcon } from './VerdictIcon.tsx'
import styles from './ErrorNote.module.css'

interface ErrorNoteProps {
  /** `down`: it was not done. `unknown`: it is not known. */
  verdict: 'down' | 'unknown'
  /** What happened, to what, without its full stop. */
  heading: string
  error: HubError
  facts?: RightWords['facts']
  /** Said at once to who cannot see it: where nothing else tells that it has come. */
  alert?: true
  /** What can be done about it. */
  tools?: ReactNode
  /** Why, and what to do next. */
  children: ReactNode
}

/** What Azure, or the way to it, did not do: in words, then word for word, with the id that Azure's support asks for. */
export function ErrorNote({ verdict, heading, error, facts, alert, tools, children }: ErrorNoteProps) {
  return (
    <div
      className={`${styles.note} ${verdict === 'down' ? styles.down : ''}`}
      {...(alert && { role: 'alert' })}
    >
      <div className={styles.line}>
        <VerdictIcon verdict={verdict} alone />
        <p className={styles.text}>
          <strong>
            <bdi>{heading}.</bdi>
          </strong>{' '}
          {children}
        </p>
      </div>
      <ErrorFacts error={error} facts={facts} />
      {tools !== undefined && <div className={styles.tools}>{tools}</div>}
    </div>
  )
}
