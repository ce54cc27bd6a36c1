import { Age } from '../../components/Age.tsx'
import type { HubError } from '../../model/errors.ts'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { useDemo } from '../../queries/use-demo.ts'
import { readProblem } from './read-problem.ts'
import styles from './StaleNotice.module.css'

interface StaleNoticeProps {
  id: string
  error: HubError
  readAt: number
}

/** Old data stays when reading again fails; it says how old it is, and what would help. */
export function StaleNotice({ id, error, readAt }: StaleNoticeProps) {
  const demo = useDemo() !== undefined
  const gone = error.kind === 'notFound'
  const next = gone ? [] : readProblem(id, error, demo).why
  return (
    <section className={styles.notice} role="alert">
      <p className={styles.text}>
        Reading it again failed{gone ? ': Azure no longer has it' : ''}.{' '}
        {next.map((sentence) => `${sentence} `)}
        What stands here was read <Age at={readAt} style="ago" />.
      </p>
      <ErrorFacts error={error} />
    </section>
  )
}
