import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { CopyButton } from '../../components/CopyButton.tsx'
import type { Session } from '../../azure/session.ts'
import type { Account } from '../../model/account.ts'
import { useDeployment } from '../../queries/use-deployment.ts'
import { useLeaving } from '../../queries/use-leaving.ts'
import { useSession, useSessionState } from '../../queries/use-session.ts'
import { type Unfinished, useUnfinished } from '../../queries/use-unfinished.ts'
import { FloatingPanel } from '../../ui/FloatingPanel.tsx'
import { ReadOnlySwitch } from '../read-only/ReadOnlySwitch.tsx'
import { signOutAndForget } from './sign-out.ts'
import { SignInFailure } from './SignInFailure.tsx'
import styles from './AccountPanel.module.css'

interface AccountPanelProps {
  anchor: HTMLElement | undefined
  onClose: () => void
}

/** Who is signed in to what, and the ways to change that. */
export function AccountPanel({ anchor, onClose }: AccountPanelProps) {
  const session = useSession()
  const state = useSessionState()
  const account = state?.is === 'signedIn' ? state.account : undefined
  // Closed on the way out, not taken away: that would leave the page hidden to screen readers.
  return (
    <FloatingPanel anchor={account && anchor} label="Account" onClose={onClose}>
      {session && account && (
        <>
          <Who account={account} />
          <ReadOnlySwitch />
          <Ways session={session} account={account} onClose={onClose} />
        </>
      )}
    </FloatingPanel>
  )
}

function Who({ account: { name, username, tenantId } }: { account: Account }) {
  const deployment = useDeployment()
  return (
    <>
      <h2 className={styles.title}>
        <bdi>{name ?? username}</bdi>
      </h2>
      <dl className={styles.facts}>
        <dt>Account</dt>
        <dd>
          <bdi>{username}</bdi>
        </dd>
        <dt>Directory</dt>
        <dd>
          <bdi className={styles.code}>{tenantId}</bdi>{' '}
          <CopyButton text={tenantId} label="Copy directory id" />
        </dd>
        {deployment && (
          <>
            <dt>Cloud</dt>
            <dd>{deployment.cloud.title}</dd>
          </>
        )}
      </dl>
    </>
  )
}

const LOST: Record<Unfinished, string> = {
  typed: 'Something is typed and not sent. Signing out deletes it.',
  writes:
    'A change has not ended. What Azure already has goes on there, the rest is deleted; how it ends is not seen here.',
  plans: 'A plan is begun and not carried out. Signing out deletes it.',
  runs: 'A deployment has not ended. What was sent goes on in Azure, what was not is deleted; how it ends is not seen here.',
}

interface WaysProps {
  session: Session
  account: Account
  onClose: () => void
}

function Ways({ session, account, onClose }: WaysProps) {
  const { state, leave } = useLeaving()
  const unfinished = useUnfinished()
  const [asking, setAsking] = useState<ReturnType<typeof unfinished>>()
  const others = session.accounts().filter(({ id }) => id !== account.id)
  const busy = state.is === 'leaving'

  function signOut() {
    const lost = unfinished()
    if (lost.length > 0 && !asking) setAsking(lost)
    else leave(signOutAndForget, { drafts: 'drop' })
  }

  return (
    <>
      <ul className={styles.ways} aria-label="Accounts and pages">
        {others.map((other) => (
          <li key={other.id}>
            <button
              type="button"
              className={styles.way}
              disabled={busy}
              onClick={() => leave((to) => to.switchTo(other))}
            >
              Switch to <bdi className={styles.strong}>{other.username}</bdi>
              {other.name !== undefined && <bdi className={styles.quiet}>{other.name}</bdi>}
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            className={styles.way}
            disabled={busy}
            onClick={() => leave((to) => to.signIn({ choose: true }))}
          >
            Use another account
          </button>
        </li>
        <li>
          <Link className={styles.way} to="/self-test" onClick={onClose}>
            Self-test
            <span className={styles.quiet}>What this browser can read of Azure’s answers</span>
          </Link>
        </li>
      </ul>
      {state.is === 'failed' && (
        <div role="alert" className={styles.problem}>
          <p className={styles.note}>The page was not left. You are still signed in as before.</p>
          <SignInFailure error={state.error} />
        </div>
      )}
      {asking && (
        <p role="alert" className={styles.note}>
          {asking.map((one) => LOST[one]).join(' ')}
        </p>
      )}
      <div className={styles.actions}>
        <Button disabledFocusable={busy} onClick={signOut}>
          {asking ? 'Sign out and delete it' : 'Sign out'}
        </Button>
        {asking && (
          <Button appearance="subtle" onClick={() => setAsking(undefined)}>
            Stay signed in
          </Button>
        )}
      </div>
      <p className={styles.note}>
        Signing out deletes what this browser keeps of your accounts, in all its tabs: chosen subscriptions,
        opened resources, drafts and plans, the list of operations, contacts, and own times. Theme, keyboard
        and navigation stay.
      </p>
    </>
  )
}
