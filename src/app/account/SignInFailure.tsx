import { CopyButton } from '../../components/CopyButton.tsx'
import type { HubError } from '../../model/errors.ts'
import styles from './SignInFailure.module.css'

interface SignInFailureProps {
  error: HubError
  /** Why and what to do stand beside it already. */
  isTold?: boolean
}

/** Why a sign-in failed and what to do; then what the sign-in page said itself, and the id that its support asks for. */
export function SignInFailure({ error, isTold = false }: SignInFailureProps) {
  const { code, message, details, correlationId } = error
  return (
    <>
      {!isTold && (
        <p className={styles.text}>
          <bdi>{message}</bdi>
        </p>
      )}
      <dl className={styles.facts}>
        <dt>Code</dt>
        <dd>
          <bdi className={styles.code}>{code}</bdi>
        </dd>
        {details.map((detail) => (
          <div key={`${detail.code} ${detail.message}`} className={styles.fact}>
            <dt>{detail.code.startsWith('AADSTS') ? 'The sign-in page said' : 'Reason'}</dt>
            <dd>
              <bdi className={styles.code}>{detail.code}</bdi> <bdi>{detail.message}</bdi>
            </dd>
          </div>
        ))}
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
    </>
  )
}
