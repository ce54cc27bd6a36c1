import { Button } from '@fluentui/react-components'
import { Link } from 'react-router-dom'
import { CopyButton } from '../../components/CopyButton.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import type { Deployment } from '../../model/deployment.ts'
import type { ErrorKind, HubError } from '../../model/errors.ts'
import { authWords, faultWords } from '../../model/unreadable.ts'
import { useDeployment } from '../../queries/use-deployment.ts'
import styles from './HubProblem.module.css'

interface HubProblemProps {
  error: HubError
  demo: boolean
  onTryAgain: () => void
}

const REMEDIES: Record<Exclude<ErrorKind, 'auth' | 'network'>, string> = {
  forbidden: 'Ask an owner of a subscription for the role Reader, then try again.',
  notFound: 'Check the tenant that the app is set up for, then try again.',
  conflict: 'Wait a moment, then try again.',
  busy: 'Wait a moment, then try again.',
  throttled: 'Azure asked for fewer requests. Wait a minute, then try again.',
  invalid: 'This is a fault of the app: please report it with the correlation id.',
  server:
    'Azure may recover by itself: look at the status page of your cloud, status.azure.com for the public one, then try again.',
  fault: faultWords().join(' '),
}

/** Nothing can be shown, because the subscriptions themselves could not be read. */
export function HubProblem({ error, demo, onTryAgain }: HubProblemProps) {
  const deployment = useDeployment()
  return (
    <div className={styles.problem}>
      <title>Hub · Hybrid Connectivity Hub</title>
      <h1 className={styles.what}>
        <span className={styles.icon}>
          <VerdictIcon verdict="down" size={20} />
        </span>
        {headingOf(error)}
      </h1>
      <p className={styles.why}>
        <bdi>{error.message}</bdi>
      </p>
      {!saysItself(error) && <p className={styles.why}>{remedyOf(error, demo, deployment)}</p>}
      <dl className={styles.facts}>
        <dt>Code</dt>
        <dd>{error.code}</dd>
        {error.status !== undefined && (
          <>
            <dt>HTTP status</dt>
            <dd>{error.status}</dd>
          </>
        )}
        {error.correlationId && (
          <>
            <dt>Correlation id</dt>
            <dd>
              {error.correlationId}
              <CopyButton text={error.correlationId} label="Copy correlation id" />
            </dd>
          </>
        )}
      </dl>
      <div className={styles.ways}>
        <Button appearance="primary" onClick={onTryAgain}>
          Try again
        </Button>
        {deployment && <Link to="/self-test">Run the self-test</Link>}
      </div>
    </div>
  )
}

function remedyOf(error: HubError, demo: boolean, deployment: Deployment | undefined): string {
  if (error.kind === 'auth') return authWords(error, demo)[1]
  if (error.kind !== 'network') return REMEDIES[error.kind]
  if (!deployment) return 'Check your network, then try again.'
  const { host } = new URL(deployment.cloud.armEndpoint)
  return `Check your network, and whether a proxy or the headers that this app is served with keep the browser from ${host}, then try again.`
}

/** What a sign-in failed with holds what to do. */
function saysItself({ code, signIn }: HubError): boolean {
  return signIn === 'refused' || code === 'SignInUnreachable'
}

/** Only a missing right is a refusal by Azure. */
function headingOf(error: HubError): string {
  const { kind, code } = error
  if (kind === 'forbidden') return 'Azure refused to list your subscriptions'
  if (kind === 'auth') {
    return error.signIn === 'refused'
      ? 'Your subscriptions could not be read: the sign-in was refused'
      : 'Your subscriptions could not be read: the sign-in has ended'
  }
  if (code === 'SignInUnreachable')
    return 'Your subscriptions could not be read: the sign-in service did not answer'
  if (kind === 'network') return 'Your subscriptions could not be read: nothing answered'
  if (kind === 'fault') return 'Your subscriptions could not be read: a part of this app failed'
  return 'Your subscriptions could not be read'
}
