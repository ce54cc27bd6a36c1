import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { count } from '../../model/format.ts'
import { type TypicalTime, typicalWords } from '../../model/operations/durations.ts'
import type { Plan } from '../../model/plan/plan.ts'
import styles from './RunningSummary.module.css'
import { useShownWizard } from './shown-wizard.ts'

/** How long a plan takes. */
export interface PlanTime {
  /** `undefined` where nobody knows. */
  typical: TypicalTime | undefined
  /** The demo does not take the time that Azure does. */
  isFaster: boolean
}

interface RunningSummaryProps {
  picture: ReactNode
  plan: Pick<Plan, 'resources' | 'groups'>
  time: PlanTime
  /** What else it comes to: `SummaryFact`s. */
  children?: ReactNode
}

/** The picture of what will exist, and what it comes to. */
export function RunningSummary({ picture, plan, time, children }: RunningSummaryProps) {
  return (
    <>
      <h2 className={styles.heading}>What will exist</h2>
      {picture}
      <h2 className={`${styles.heading} ${styles.second}`}>Summary</h2>
      <dl className={styles.facts}>
        <SummaryFact label="Creates">
          {count(plan.resources.length + plan.groups.length, 'resource')}
        </SummaryFact>
        {time.typical && (
          <SummaryFact label="Typical time">
            {typicalWords(time.typical)}
            {time.isFaster && <Quiet> on Azure; the demo is faster</Quiet>}
          </SummaryFact>
        )}
        {children}
        <SummaryFact label="Findings">
          <Findings />
        </SummaryFact>
      </dl>
    </>
  )
}

export function SummaryFact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Less than the rest: what there is not yet. */
export function Quiet({ children }: { children: ReactNode }) {
  return <span className={styles.quiet}>{children}</span>
}

/** Counted by step, each a way there. */
function Findings() {
  const { step, steps, checks, isTold, pathOf } = useShownWizard()
  const told = checks.filter((one) => isTold(one))
  const open = checks.filter((one) => one.is === 'error' && !isTold(one)).length
  const still = open > 0 ? `${count(open, 'thing')} still to fill in` : 'None so far'
  if (told.length === 0) return <Quiet>{still}</Quiet>
  const lines = steps.flatMap(({ id, title }) =>
    (['error', 'advice'] as const).flatMap((is) => {
      const number = told.filter((one) => one.step === id && one.is === is).length
      return number === 0 ? [] : [{ id, title, is, number }]
    }),
  )
  return (
    <ul className={styles.findings}>
      {lines.map(({ id, title, is, number }) => (
        <li key={`${id} ${is}`}>
          <span className={is === 'error' ? styles.error : styles.advice} aria-hidden>
            {is === 'error' ? <ErrorCircleFilled /> : <WarningFilled />}
          </span>
          {is === 'error' ? count(number, 'error') : count(number, 'warning')}{' '}
          <Quiet>
            {id === step ? (
              'on this step'
            ) : (
              <>
                on{' '}
                <Link className={styles.link} to={pathOf(id)}>
                  {title}
                </Link>
              </>
            )}
          </Quiet>
        </li>
      ))}
      {open > 0 && <li className={styles.quiet}>{still}</li>}
    </ul>
  )
}

/** What the summary says, in a line. */
export function summaryLine(
  { resources, groups }: Pick<Plan, 'resources' | 'groups'>,
  checks: readonly { is: 'error' | 'advice' }[],
): string {
  const errors = checks.filter(({ is }) => is === 'error').length
  const creates = count(resources.length + groups.length, 'resource')
  return errors === 0 ? creates : `${creates}, ${count(errors, 'thing')} still to fill in or put right`
}
