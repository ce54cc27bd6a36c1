import { Fragment } from 'react'
import { type HubError, isAzuresWord } from '../model/errors.ts'
import type { RightWords } from '../model/rights/words.ts'
import { CopyButton } from './CopyButton.tsx'
import styles from './ErrorFacts.module.css'

interface ErrorFactsProps {
  error: HubError
  /** What somebody who can help needs to know: the missing action, the locked scope, the policy. */
  facts?: RightWords['facts']
}

/** What Azure said, word for word, or the reason in the app's own words; and the id that Azure's support asks for. */
export function ErrorFacts({ error, facts = [] }: ErrorFactsProps) {
  const { code, message, status, correlationId } = error
  const said = isAzuresWord(error)
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <Fragment key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi className={styles.code}>{value}</bdi>{' '}
            <CopyButton text={value} label={`Copy ${name.toLowerCase()}`} />
          </dd>
        </Fragment>
      ))}
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
