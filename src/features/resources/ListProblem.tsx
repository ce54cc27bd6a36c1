import { CopyButton } from '../../components/CopyButton.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { HubError } from '../../model/errors.ts'
import { signInRemedy } from '../../model/unreadable.ts'
import { useDemo } from '../../queries/use-demo.ts'
import styles from './ResourcesPage.module.css'

/** Nothing could be read at all: what, why, and the id that support asks for. */
export function ListProblem({ error, onRetry }: { error: HubError; onRetry: () => void }) {
  const demo = useDemo() !== undefined
  return (
    <div role="alert" className={styles.notice}>
      <p className={styles.noticeLine}>
        <VerdictIcon verdict="down" />
        <span className={styles.noticeText}>
          <span className={styles.strong}>The estate could not be read. </span>
          {error.kind === 'auth' && `The sign-in has ended. ${signInRemedy(demo)} `}
          <bdi>{error.message}</bdi>
        </span>
        <button type="button" className={styles.link} onClick={onRetry}>
          Try again
        </button>
      </p>
      <ErrorFacts error={error} />
    </div>
  )
}

export function ErrorFacts({ error }: { error: HubError }) {
  return (
    <div className={styles.failures}>
      <span>
        <span className={styles.code}>{error.code}</span>
        {error.status !== undefined && `, HTTP ${error.status}`}
        {error.correlationId !== undefined && (
          <>
            , correlation id <span className={styles.code}>{error.correlationId}</span>{' '}
            <CopyButton text={error.correlationId} label="Copy correlation id" />
          </>
        )}
      </span>
    </div>
  )
}
