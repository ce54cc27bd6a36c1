import type { HubError } from '../model/errors.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './ErrorFacts.module.css'

/** What Azure said, word for word, and the id that its support asks for. */
export function ErrorFacts({ error }: { error: HubError }) {
  const { code, message, status, correlationId } = error
  return (
    <dl className={styles.facts}>
      <dt>Azure said</dt>
      <dd>
        <bdi className={styles.code}>{status === undefined ? code : `${status} ${code}`}</bdi>{' '}
        <bdi>{message}</bdi>
      </dd>
      {correlationId !== undefined && (
        <>
          <dt>Correlation id</dt>
          <dd>
            <bdi className={styles.code}>{correlationId}</bdi>{' '}
            <CopyButton text={correlationId} label="Copy correlation id" />
          </dd>
        </>
      )}
    </dl>
  )
}
