import { useState } from 'react'
import { Link } from 'react-router-dom'
import { ErrorFacts } from '../../ErrorFacts.tsx'
import { useTimeText } from '../../now.ts'
import { wasBusy } from '../../../model/deployments/busy.ts'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { isAzuresWord } from '../../../model/errors.ts'
import { stateWord } from '../../../model/operations/words.ts'
import { nameOfId } from '../../../model/paths.ts'
import styles from './Deploy.module.css'

/** What a run means for its wizard. */
export interface RunWords {
  /** Why the page has to stay open until it is sent: `: the shared key is in its memory only`. */
  kept: string
  /** What comes after it: a sentence. */
  next: string
}

interface RunLeadProps {
  run: PlanRun
  /** Ids of resources that failed. */
  failed: readonly string[]
  words: RunWords
  /** Whether something that it created can be removed. */
  canRemove: boolean
}

/** What a run's state means, and what goes on without anybody. */
export function RunLead({ run, failed, words, canRemove }: RunLeadProps) {
  const { state, canceling, groups, turn } = run
  switch (state.is) {
    case 'running':
      if (state.heldUp)
        return (
          <>
            <p className={styles.text}>
              {state.heldUp.kind === 'auth'
                ? 'Azure goes on by itself. How far it is can be seen again after a sign-in.'
                : 'Azure goes on by itself. How far it is cannot be seen just now; it is tried again every minute.'}
            </p>
            <ErrorFacts error={state.heldUp} />
          </>
        )
      if (canceling === true)
        return (
          <p className={styles.text}>
            Nothing more is begun. Azure finishes what it has begun, a gateway too.
          </p>
        )
      if (turn?.is === 'waiting' && turn.behind !== undefined)
        return (
          <p className={styles.text}>
            A hub or gateway takes one change at a time. This begins by itself when the change before it has
            ended
            {turn.behind !== undefined && (
              <>
                : <bdi>{turn.behind}</bdi>
              </>
            )}
            . Leave this page open until then{words.kept}.
          </p>
        )
      if (state.step !== 'running')
        return (
          <OnItsWay
            key={state.step}
            said={
              groups.length > 0 && state.step === 'reading'
                ? 'The resource group is made and Azure is asked what it will create.'
                : 'The deployment is on its way to Azure.'
            }
            kept={words.kept}
          />
        )
      return (
        <p className={styles.text}>
          Azure goes on by itself. Close this page, and find it again under{' '}
          <Link className={styles.link} to="/operations">
            Operations
          </Link>{' '}
          on this or any other visit.
        </p>
      )
    case 'succeeded':
      return <p className={styles.text}>{words.next}</p>
    case 'failed':
      return <Ended run={run} state={state} failed={failed} canRemove={canRemove} />
    case 'unknown':
      return (
        <>
          <p className={styles.text}>
            Open each resource to see how it stands. What is there is left out when the plan is made anew.
          </p>
          <ErrorFacts error={state.error} />
        </>
      )
    default:
      return state satisfies never
  }
}

/** From when on it is no matter of seconds. */
const SLOW_MS = 20_000

/** Not sent yet: that takes seconds, or somebody is told that it does not. */
function OnItsWay({ said, kept }: { said: string; kept: string }) {
  const [since] = useState(() => Date.now())
  const isSlow = useTimeText((now) => (now - since > SLOW_MS ? 'slow' : '')) !== ''
  return (
    <p className={styles.text}>
      {said}{' '}
      {isSlow
        ? `This takes longer than usual: Azure has not answered yet. Leave this page open until it does${kept}; or cancel the deployment, and try again later.`
        : `Leave this page open for these few seconds${kept}.`}
    </p>
  )
}

interface EndedProps {
  canRemove: boolean
  run: PlanRun
  state: Extract<PlanRun['state'], { is: 'failed' }>
  failed: readonly string[]
}

function Ended({ run, state, failed, canRemove }: EndedProps) {
  const isSignIn = state.error.kind === 'auth' && state.error.signIn !== 'refused'
  const back = isSignIn
    ? 'Sign in at the top of the page: Edit and continue then leads back to the plan, and its keys have to be entered again.'
    : 'Edit and continue leads back to the plan.'
  const rest =
    run.operations.length === 0
      ? `Nothing was created. ${back}`
      : `What is ready stays. Edit and continue leaves it out and makes what is missing${canRemove ? '; or remove what this run created' : ''}.`
  // The headline says that it was not sent.
  if (state.during === 'reading')
    return (
      <>
        <p className={styles.text}>
          {isAzuresWord(state.error) &&
            stateWord(state) !== 'Canceled' &&
            `Azure refused the deployment ${run.name}: `}
          <bdi>{state.error.message}</bdi>{' '}
          {run.groups.length > 0
            ? 'Nothing was created, save for a new resource group perhaps.'
            : 'Nothing was created.'}{' '}
          {back}
        </p>
        <ErrorFacts error={state.error} />
      </>
    )
  if (stateWord(state) === 'Canceled')
    return (
      <p className={styles.text}>
        The deployment was canceled.{' '}
        {run.resources.some(({ type }) => /\/(virtualNetwork|expressRoute)Gateways$/i.test(type)) &&
          'A gateway that Azure had begun is finished all the same. '}
        {rest}
      </p>
    )
  if (failed.length === 0 && wasBusy(run))
    return (
      <>
        <p className={styles.text}>
          Azure did not take the deployment <bdi>{run.name}</bdi>: another operation holds what it changes.
          Wait until that has ended, and try again. {rest}
        </p>
        <ErrorFacts error={state.error} />
      </>
    )
  if (failed.length === 0)
    return (
      <>
        <p className={styles.text}>
          {isAzuresWord(state.error)
            ? `Azure refused the deployment ${run.name}: `
            : 'The deployment was not sent: '}
          <bdi>{state.error.message}</bdi> {rest}
        </p>
        <ErrorFacts error={state.error} />
      </>
    )
  return (
    <p className={styles.text}>
      <bdi>{failed.map(nameOfId).join(', ')}</bdi> failed, as told in the list. {rest}
    </p>
  )
}
