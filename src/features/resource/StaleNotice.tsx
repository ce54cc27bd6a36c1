import { Age } from '../../components/Age.tsx'
import type { HubError } from '../../model/errors.ts'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import styles from './StaleNotice.module.css'

/** Old data stays when reading again fails, and says how old it is. */
export function StaleNotice({ error, readAt }: { error: HubError; readAt: number }) {
  return (
    <section className={styles.notice} role="alert">
      <p className={styles.text}>
        Reading it again failed{error.kind === 'notFound' ? ': Azure no longer has it' : ''}. What stands here
        was read <Age at={readAt} style="ago" />.
      </p>
      <ErrorFacts error={error} />
    </section>
  )
}
