import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { NotifyButton } from '../../../components/NotifyButton.tsx'
import { RemoveCreated } from '../../../components/plan/RemoveCreated.tsx'
import { progressOf } from '../../../model/deployments/progress.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import { useNotify } from '../../../queries/use-notify.ts'
import { useRemoveCreated, useRunControls } from '../../../queries/use-run.ts'
import { WizardBody } from '../../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../../ui/wizard/WizardFooter.tsx'
import { useRunsHere } from '../runs-of.ts'
import { stepPath } from '../steps.ts'
import { CancelRun } from './CancelRun.tsx'
import styles from './Deploy.module.css'
import { Removal } from './Removal.tsx'
import { RunView } from './RunView.tsx'

/** A run, found by its key in the address: also after the browser was closed. */
export function DeployStep() {
  const { run, named } = useRunsHere()
  return run ? (
    <OfRun key={run.key} run={run} />
  ) : (
    <WizardBody>
      <h1 className={styles.title} tabIndex={-1}>
        Nothing is deployed yet
      </h1>
      <p className={styles.text}>
        {!named
          ? 'The step Review begins it.'
          : 'This browser does not know this run: it was begun in another browser or by another account, or was removed from the list. What Azure is at goes on all the same.'}{' '}
        <Link className={styles.link} to="/operations">
          Operations
        </Link>{' '}
        lists what this browser has begun.
      </p>
    </WizardBody>
  )
}

function OfRun({ run }: { run: PlanRun }) {
  const navigate = useNavigate()
  const notify = useNotify()
  const controls = useRunControls()
  const removal = useRemoveCreated(run)
  const { estate } = useEstate()
  const [removing, setRemoving] = useState(false)
  const { key, state, origin } = run
  /** Until Azure has it, the plan and its keys are in this page only. */
  const isSent = state.is !== 'running' || state.step === 'running'
  const isOver = state.is !== 'running'
  const reviewAt = origin.draft === undefined ? undefined : stepPath('review', `?draft=${origin.draft}`)
  const hasFailed = state.is === 'failed' || state.is === 'unknown'
  return (
    <>
      <WizardBody>
        <RunView run={run} />
        {removal && removal.writes.length > 0 && <Removal writes={removal.writes} />}
      </WizardBody>
      <WizardFooter>
        {state.is === 'succeeded' && (
          <Button
            appearance="primary"
            onClick={() => void navigate(stepPath('verify', `?run=${encodeURIComponent(key)}`))}
          >
            Next: Verify
          </Button>
        )}
        {hasFailed && reviewAt !== undefined && (
          <Button appearance="primary" onClick={() => void navigate(reviewAt)}>
            Edit and continue
          </Button>
        )}
        {!isOver && (
          <>
            <Button
              appearance="primary"
              disabledFocusable={!isSent}
              title={isSent ? undefined : 'Not sent yet: a few seconds'}
              onClick={() => void navigate('/operations')}
            >
              Close, keep running
            </Button>
            {!isSent && <span className={styles.quiet}>Not sent yet: a few seconds</span>}
            <NotifyButton
              state={notify.state}
              label="Notify me when done"
              onChange={() => void notify.change()}
            />
            <CancelRun
              canceling={run.canceling === true}
              gateway={makesGateway(run)}
              onCancel={() => controls.cancel(key)}
            />
          </>
        )}
        {hasFailed && removal && removal.removals.length > 0 && !removal.writes.some(goesOn) && (
          <ActionButton
            label="Remove what this run created"
            right={removal.right}
            subscriptions={estate.subscriptions}
            onClick={() => setRemoving(true)}
          />
        )}
      </WizardFooter>
      {removal && (
        <RemoveCreated
          open={removing}
          onClose={() => setRemoving(false)}
          removal={removal}
          onRemove={() => {
            setRemoving(false)
            removal.remove()
          }}
        />
      )}
    </>
  )
}

/** Nobody has to ask for it a second time. */
function goesOn({ state: { is } }: QueuedWrite): boolean {
  return is === 'waiting' || is === 'busy' || is === 'working'
}

function makesGateway(run: PlanRun): boolean {
  return progressOf(run).some(
    ({ resource, progress }) => progress.is === 'running' && /\/virtualNetworkGateways$/i.test(resource.type),
  )
}
