import { Button } from '@fluentui/react-components'
import { lazy, Suspense, useState } from 'react'
import { CopyButton } from '../../components/CopyButton.tsx'
import { ANY_DIRECTORY, directoryWords } from '../../model/deployment.ts'
import type { HubError } from '../../model/errors.ts'
import { setupFault } from '../../model/self-test/faults.ts'
import { useDeployment } from '../../queries/use-deployment.ts'
import { useLeaving } from '../../queries/use-leaving.ts'
import { AloneFrame } from '../pages/AloneFrame.tsx'
import page from '../pages/Page.module.css'
import { readSession, writeSession } from '../stored.ts'
import { SignInFailure } from './SignInFailure.tsx'
import styles from './SignedOut.module.css'

const SelfTestSignedOut = lazy(async () => ({
  default: (await import('../pages/SelfTestSignedOut.tsx')).SelfTestSignedOut,
}))

/** Whether somebody came for the test itself. */
const cameForTheTest = () => window.location.pathname.endsWith('/self-test')

/** Nobody is signed in: what signing in does, for which cloud, and why the last try failed. Knows nothing of any account. */
export function SignedOut({ problem }: { problem?: HubError }) {
  const { state, leave } = useLeaving()
  const [left] = useState(() => readSession('signed-out'))
  const [testing, setTesting] = useState(cameForTheTest)
  const error = state.is === 'failed' ? state.error : problem

  function signIn(choose: boolean) {
    writeSession('signed-out', undefined)
    leave((session) => session.signIn(choose ? { choose } : {}))
  }

  return (
    <AloneFrame>
      <title>Sign in · Hybrid Connectivity Hub</title>
      <div className={page.page}>
        <h1 className={page.title}>
          {left ? 'You are signed out' : 'Sign in to see your hybrid connectivity'}
        </h1>
        {left ? (
          <p className={page.text}>
            What this browser kept of your accounts is deleted: chosen subscriptions, opened resources, drafts
            and plans, the list of operations, contacts, and own times.
            {left === 'here' && (
              <strong className={styles.open}>
                The sign-in page could not be reached, so your session there may still be open: whoever uses
                this browser next may come in as you. Close the browser, or sign in and out again.
              </strong>
            )}
          </p>
        ) : (
          <p className={page.text}>
            Every VPN Gateway, ExpressRoute and Virtual WAN resource of your subscriptions in one place, with
            its status and the reason for it.
          </p>
        )}
        {error && <Failed error={error} />}
        <div className={page.actions}>
          <Button
            appearance="primary"
            disabledFocusable={state.is === 'leaving'}
            onClick={() => signIn(false)}
          >
            {error ? 'Try to sign in again' : 'Sign in'}
          </Button>
          <Button appearance="subtle" disabledFocusable={state.is === 'leaving'} onClick={() => signIn(true)}>
            Choose another account
          </Button>
          {error && !testing && (
            <button type="button" className={styles.link} onClick={() => setTesting(true)}>
              Run the self-test
            </button>
          )}
        </div>
        <ul className={styles.notes}>
          <li>
            It reads Azure from this browser with your rights: what you may not do in Azure, it cannot do
            either.
          </li>
          <li>
            It has no server of its own. What it reads stays in this browser, and signing out deletes what is
            kept here.
          </li>
        </ul>
        <SetUpFor />
      </div>
      {testing && (
        <Suspense>
          <SelfTestSignedOut problem={error} />
        </Suspense>
      )}
    </AloneFrame>
  )
}

function Failed({ error }: { error: HubError }) {
  const fault = setupFault(error)
  return (
    <section role="alert" className={styles.failed}>
      <h2 className={styles.failedTitle}>
        Signing in did not work{fault && `: ${fault.what.charAt(0).toLowerCase()}${fault.what.slice(1)}`}
      </h2>
      <SignInFailure error={error} />
    </section>
  )
}

function SetUpFor() {
  const deployment = useDeployment()
  if (!deployment) return null
  const { clientId, tenantId, cloud } = deployment
  return (
    <dl className={styles.facts} aria-label="What this app is set up for">
      <dt>Cloud</dt>
      <dd>
        {cloud.title} <span className={styles.quiet}>{new URL(cloud.armEndpoint).host}</span>
      </dd>
      <dt>Directory</dt>
      <dd>
        <bdi className={tenantId === ANY_DIRECTORY ? undefined : page.code}>{directoryWords(deployment)}</bdi>
      </dd>
      <dt>Client id</dt>
      <dd>
        <bdi className={page.code}>{clientId}</bdi> <CopyButton text={clientId} label="Copy client id" />
      </dd>
    </dl>
  )
}
