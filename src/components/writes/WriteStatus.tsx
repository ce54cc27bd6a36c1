import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { ErrorFacts } from '../ErrorFacts.tsx'
import { ErrorNote } from '../ErrorNote.tsx'
import { useTimeText } from '../now.ts'
import { VerdictIcon } from '../VerdictIcon.tsx'
import { secretOf, type Write } from '../../model/edits/write.ts'
import { isOfSecretsAlone } from '../../model/edits/edit.ts'
import type { QueuedWrite, WriteState } from '../../model/edits/write-state.ts'
import { writeProblem } from '../../model/edits/write-problem.ts'
import type { HubError } from '../../model/errors.ts'
import { duration } from '../../model/format.ts'
import { nameOfId } from '../../model/paths.ts'
import type { Subscription } from '../../model/inventory.ts'
import { signInRemedy } from '../../model/unreadable.ts'
import styles from './Writes.module.css'

export interface WriteStatusProps {
  write: QueuedWrite
  /** There is no sign-in. */
  demo: boolean
  /** A sign-in that has to come first; absent: none. */
  signIn?: SignIn | undefined
  /** For their names. */
  subscriptions: readonly Subscription[]
  onAgain: () => void
  /** It is no longer wanted, or what it says was read. */
  onDrop: () => void
  /** A write that went well is told by its page, which knows how to put it back. */
  done?: ReactNode
}

interface SignIn {
  leaving: boolean
  /** Why it could not begin. */
  error?: HubError | undefined
  begin: () => void
}

/** How a write stands: on its way and for how long, why it waits, or why it was not carried out and what to do. */
export function WriteStatus({
  write: { write, state },
  demo,
  signIn,
  subscriptions,
  onAgain,
  onDrop,
  done,
}: WriteStatusProps) {
  switch (state.is) {
    case 'waiting':
      return (
        <Line>
          {state.behind === 'otherTab' ? (
            'Waits for a change that another tab of this browser makes.'
          ) : (
            <>
              Waits for another change of this browser: <bdi>{state.behind.what}</bdi>.
            </>
          )}{' '}
          <Button size="small" onClick={onDrop}>
            Do not send
          </Button>
        </Line>
      )
    case 'working':
      return signIn && state.step === 'running' ? (
        <WaitingForSignIn {...signIn}>
          <strong>Azure goes on with it.</strong> How it ends is seen after a sign-in.
        </WaitingForSignIn>
      ) : (
        <Line icon="inProgress">
          {STEPS[state.step]}
          <Elapsed since={state.since} />
        </Line>
      )
    case 'busy':
      return (
        <Line icon="inProgress">
          {write.hub === undefined ? (
            <>
              Azure is at work on <bdi>{write.name}</bdi>, or on what it hangs on, with another change.
            </>
          ) : (
            <>
              Azure is at work on the hub <bdi>{nameOfId(write.hub)}</bdi>, or on something in it, with a
              change of somebody else. A hub takes one change at a time.
            </>
          )}{' '}
          Nothing was sent yet; it is tried again <In until={state.until} />.{' '}
          <Button size="small" onClick={onAgain}>
            Try now
          </Button>{' '}
          <Button size="small" onClick={onDrop}>
            Stop trying
          </Button>
        </Line>
      )
    case 'hubNotReady':
      return (
        <Line icon="inProgress">
          {state.of === 'router' ? (
            <>
              The router of <bdi>{state.hub}</bdi> is {state.state}: Azure refuses changes of what is in the
              hub until it is Provisioned, which can take half an hour.
            </>
          ) : (
            <>
              The hub <bdi>{state.hub}</bdi> is {state.state}: it takes one change at a time.
            </>
          )}{' '}
          Nothing was sent yet; the hub is looked at again <In until={state.until} />.{' '}
          <Button size="small" onClick={onAgain}>
            Look now
          </Button>{' '}
          <Button size="small" onClick={onDrop}>
            Do not send
          </Button>
        </Line>
      )
    case 'unsent':
      return signIn ? (
        <WaitingForSignIn {...signIn}>
          <strong>Waiting for sign-in.</strong>{' '}
          {secretOf(write) === undefined
            ? 'Nothing was sent, and what is typed is kept. You come back to this page and send it then.'
            : `Nothing was sent. You come back to this page, and enter ${secretOf(write)} again: it is kept in memory only.`}
        </WaitingForSignIn>
      ) : (
        <Unsent why={state.why} demo={demo} onSend={onAgain} />
      )
    case 'conflict':
      return (
        <Line icon="attention">
          Not sent: somebody changed <bdi>{write.what}</bdi> meanwhile.
        </Line>
      )
    case 'secretGone':
      return (
        <Line icon="attention">
          Not sent: {secretOf(write) ?? 'what was typed'} was kept in memory only, and the page was loaded
          anew. Enter it again.{' '}
          <Button size="small" onClick={onDrop}>
            Dismiss
          </Button>
        </Line>
      )
    case 'refused':
      return <Refused write={write} {...state} demo={demo} subscriptions={subscriptions} />
    case 'unknown':
      return (
        <ErrorNote verdict="down" heading={unknownHeading(write)} error={state.error}>
          {state.read ? readAfter(write) : `${write.name} could not be read after that.`}{' '}
          {write.is === 'edit' &&
            'Nothing is lost, and applying again is safe: it is read before anything is sent. '}
          <Button size="small" onClick={onAgain}>
            Read it again
          </Button>
        </ErrorNote>
      )
    case 'done':
      return done
    default:
      return state satisfies never
  }
}

function unknownHeading({ is, what }: Write): string {
  return is === 'edit'
    ? `It is not known whether this was changed: ${what}`
    : `It is not known whether this was done: ${what}`
}

/** What a reading after a lost answer says. */
function readAfter(write: Write): string {
  const { is, name } = write
  switch (is) {
    case 'edit':
      if (isOfSecretsAlone(write))
        return `${name} was read after that, which does not tell what secrets it has.`
      return `${name} was read after that and is not as wanted. Azure may still be at it.`
    case 'removal':
      return `${name} was read after that and is still there. Azure may still be at it.`
    case 'action':
      return `${name} was read after that, which does not tell whether it was done.`
    default:
      return is satisfies never
  }
}

const STEPS: Record<Extract<WriteState, { is: 'working' }>['step'], string> = {
  reading: 'Reading it as it is now',
  sending: 'Sending the change',
  running: 'Azure is at work',
}

interface UnsentProps {
  why: 'signIn' | 'left' | 'stopped'
  demo: boolean
  onSend: () => void
}

function Unsent({ why, demo, onSend }: UnsentProps) {
  return (
    <Line icon="attention">
      {unsentWords(why, demo)}{' '}
      <Button size="small" appearance="primary" onClick={onSend}>
        Send now
      </Button>
    </Line>
  )
}

function unsentWords(why: UnsentProps['why'], demo: boolean): string {
  switch (why) {
    case 'signIn':
      return `Not sent: a sign-in was needed.${demo ? ` ${signInRemedy(demo)}` : ''}`
    case 'left':
      return 'Not sent: the page was left while it waited.'
    case 'stopped':
      return 'Not sent: what had to be done before it was not carried out.'
    default:
      return why satisfies never
  }
}

/** The way in stands here as well: the banner is out of reach behind a form. */
function WaitingForSignIn({ leaving, error, begin, children }: SignIn & { children: ReactNode }) {
  return (
    <>
      <Line icon="attention">
        {children}{' '}
        <Button size="small" appearance="primary" disabledFocusable={leaving} onClick={begin}>
          Sign in to continue
        </Button>
      </Line>
      {error && <ErrorFacts error={error} />}
    </>
  )
}

interface RefusedProps extends Pick<Extract<WriteState, { is: 'refused' }>, 'error' | 'during'> {
  write: Write
  demo: boolean
  subscriptions: readonly Subscription[]
}

function Refused({ write, error, during, demo, subscriptions }: RefusedProps) {
  const { heading, why, remedy, facts } = writeProblem(write, error, { during, demo, subscriptions })
  return (
    <ErrorNote verdict="down" heading={heading} error={error} facts={facts}>
      {[...why, remedy].join(' ')}
    </ErrorNote>
  )
}

function Line({ icon, children }: { icon?: 'attention' | 'inProgress'; children: ReactNode }) {
  return (
    <div className={styles.line}>
      {icon && <VerdictIcon verdict={icon} alone />}
      <p className={styles.text}>{children}</p>
    </div>
  )
}

/** After a second a wait has a length. */
function Elapsed({ since }: { since: number }) {
  const text = useTimeText((now) => (now - since > 1000 ? `, ${duration(now - since)}` : ''))
  return <span aria-hidden>{text}</span>
}

function In({ until }: { until: number }) {
  const text = useTimeText((now) => `in ${duration(until - now)}`)
  return <span aria-hidden>{text}</span>
}
