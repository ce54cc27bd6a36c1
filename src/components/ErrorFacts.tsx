import { type HubError, isAzuresWord } from '../model/errors.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './ErrorFacts.module.css'

/** What Azure said, word for word, or the reason in the app's own words; and the id that Azure's support asks for. */
export function ErrorFacts({ error }: { error: HubError }) {
  const { code, message, status, correlationId } = error
  const said = isAzuresWord(error)
  return (
    <dl className={styles.facts}>
      <dt>{said ? 'Azure said' : 'Reason'}</dt>
      <dd>
        <bdi className={styles.code}>{said && status !== undefined ? `${status} ${code}` : code}</bdi>{' '}
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
