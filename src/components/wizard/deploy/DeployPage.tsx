import { Button } from '@fluentui/react-components'
import { type ReactNode, useState } from 'react'
import { Link, useNavigate } from 'react-router-dom'
import type { Result } from '../../../lib/result.ts'
import type { CreatedRemoval } from '../../../model/deployments/created.ts'
import { wasBusy } from '../../../model/deployments/busy.ts'
import { gatewayTurn } from '../../../model/deployments/progress.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import type { HubError } from '../../../model/errors.ts'
import type { Subscription } from '../../../model/inventory.ts'
import { keyOf } from '../../../model/paths.ts'
import type { TypicalOf } from '../../../model/plan/plan-time.ts'
import type { Right } from '../../../model/rights/right.ts'
import { WizardBody } from '../../../ui/wizard/WizardBody.tsx'
import { WizardFooter } from '../../../ui/wizard/WizardFooter.tsx'
import type { ProgressRow } from '../../plan/ProgressTable.tsx'
import { ActionButton } from '../../ActionButton.tsx'
import { NotifyButton } from '../../NotifyButton.tsx'
import { RemoveCreated } from '../../plan/RemoveCreated.tsx'
import type { WriteStatusProps } from '../../writes/WriteStatus.tsx'
import type { KnownRefusal } from '../refusal-text.ts'
import { stepPath, titleOf, useShownWizard } from '../shown-wizard.ts'
import { CancelRun } from './CancelRun.tsx'
import styles from './Deploy.module.css'
import { Removal } from './Removal.tsx'
import type { RunWords } from './RunLead.tsx'
import { RunView } from './RunView.tsx'

interface DeployPageProps {
  page: {
    run: PlanRun
    typicalOf: TypicalOf
    subscriptions: readonly Subscription[]
    portal: string | undefined
    notify: { state: 'absent' | 'denied' | 'off' | 'on'; change: () => Promise<void> }
    removal:
      | (CreatedRemoval & { remove: () => void; writes: readonly QueuedWrite[]; right: Right })
      | undefined
    cancel: () => Promise<Result<undefined, HubError>>
    /** Azure's times do not hold: the demo is at work, at its own speed. */
    faster: boolean
  }
  words: RunWords
  knownRefusal: KnownRefusal
  useWriteStatus: (write: QueuedWrite) => WriteStatusProps
  meanwhile: ReactNode
  /** In place of one table: many rows in groups. */
  table?: (rows: readonly ProgressRow[]) => ReactNode
  /** Begins the plan of its draft as it is now; absent where that is not possible. */
  again?: (() => void) | undefined
  /** The step that comes after a run that went well, and where it is. */
  next: { title: string; to: string }
  /** The step that the plan is reviewed in. */
  reviewedAt: string
}

/** A run, from its beginning to its end, and what can be done about it. */
export function DeployPage(props: DeployPageProps) {
  const { page, words, knownRefusal, useWriteStatus, meanwhile, table, next, reviewedAt, again } = props
  const { run, typicalOf, subscriptions, portal, notify, removal, faster } = page
  const wizard = useShownWizard()
  const navigate = useNavigate()
  const [removing, setRemoving] = useState(false)
  const { state, origin } = run
  /** Until Azure has it, the plan and its keys are in this page only. */
  const isSent = state.is !== 'running' || state.step === 'running'
  const isOver = state.is !== 'running'
  const reviewAt =
    origin.draft === undefined ? undefined : stepPath(reviewedAt, `?draft=${origin.draft}`, wizard)
  const gone = new Set(
    removal?.writes.flatMap(({ write, state: its }) => (its.is === 'done' ? keyOf(write.id) : [])),
  )
  const canRemove = removal !== undefined && removal.removals.length > 0
  const isAgain = again !== undefined && wasBusy(run)
  const hasFailed = state.is === 'failed' || state.is === 'unknown'
  return (
    <>
      <WizardBody>
        <RunView
          run={run}
          typicalOf={typicalOf}
          portal={portal}
          faster={faster}
          words={words}
          knownRefusal={knownRefusal}
          meanwhile={meanwhile}
          table={table}
          gone={gone}
          canRemove={canRemove}
        />
        {removal && removal.writes.length > 0 && (
          <Removal writes={removal.writes} useStatus={useWriteStatus} />
        )}
      </WizardBody>
      <WizardFooter>
        {state.is === 'succeeded' && (
          <Button appearance="primary" onClick={() => void navigate(next.to)}>
            Next: {next.title}
          </Button>
        )}
        {isAgain && (
          <Button appearance="primary" onClick={again}>
            Try again
          </Button>
        )}
        {hasFailed && reviewAt !== undefined && (
          <Button appearance={isAgain ? 'secondary' : 'primary'} onClick={() => void navigate(reviewAt)}>
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
            <CancelRun canceling={run.canceling === true} gateway={gatewayTurn(run)} onCancel={page.cancel} />
          </>
        )}
        {hasFailed && removal && canRemove && !removal.writes.some(goesOn) && (
          <ActionButton
            label="Remove what this run created"
            right={removal.right}
            subscriptions={subscriptions}
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

/** There is no run to show. @param named the address names one that this browser does not know */
export function NoRun({ named, reviewedAt }: { named: boolean; reviewedAt: string }) {
  const wizard = useShownWizard()
  return (
    <WizardBody>
      <h1 className={styles.title} tabIndex={-1}>
        Nothing is deployed yet
      </h1>
      <p className={styles.text}>
        {!named
          ? `The step ${titleOf(reviewedAt, wizard)} begins it.`
          : 'This browser does not know this run: it was begun in another browser or by another account, or was removed from the list. What Azure is at goes on all the same.'}{' '}
        <Link className={styles.link} to="/operations">
          Operations
        </Link>{' '}
        lists what this browser has begun.
      </p>
    </WizardBody>
  )
}

/** Nobody has to ask for it a second time. */
function goesOn({ state: { is } }: QueuedWrite): boolean {
  return is === 'waiting' || is === 'busy' || is === 'hubNotReady' || is === 'working'
}
