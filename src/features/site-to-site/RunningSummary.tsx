import { ErrorCircleFilled, WarningFilled } from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { PlanPicture } from '../../components/plan/PlanPicture.tsx'
import { count } from '../../model/format.ts'
import { typicalWords } from '../../model/operations/durations.ts'
import { planTime } from '../../model/plan/plan-time.ts'
import { type Step, STEPS } from '../../model/site-to-site/answers.ts'
import { existingGateway } from '../../model/site-to-site/place.ts'
import { isTunnelPossible, pictureOf } from '../../model/site-to-site/picture.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useTypicalTimes } from '../../queries/use-operations.ts'
import styles from './RunningSummary.module.css'
import { STEP_TITLES } from './steps.ts'
import { useWizard, type StepCheck } from './wizard.ts'

/** The picture of what will exist, and what it comes to. */
export function RunningSummary({ step }: { step: Step }) {
  const wizard = useWizard()
  const { answers, around, checks, plan, isTold } = wizard
  const picture = pictureOf(answers, around, checks, isTold)
  /** Nothing is known of a gateway that is there before it is chosen. */
  const isChosen = answers.goal.gateway === 'new' || existingGateway(answers, around) !== undefined
  const tunnels = picture.sites.length * picture.instances.length
  const possible = picture.sites.flatMap((site) =>
    picture.instances.filter((instance) => isTunnelPossible(site, instance)),
  ).length
  const told = checks.filter(isTold)
  const open = checks.filter((one) => one.is === 'error' && !isTold(one)).length
  const demo = useDemo()
  const isDemo = demo !== undefined && demo.speed !== 'realistic'
  const time = planTime(plan, useTypicalTimes())
  const creates = plan.resources.length + plan.groups.length
  return (
    <>
      <h2 className={styles.heading}>What will exist</h2>
      {isChosen ? (
        <PlanPicture picture={picture} shape="tall" />
      ) : (
        <p className={styles.quiet}>
          {answers.gateway.existing === ''
            ? 'Choose a gateway: what will exist is drawn then.'
            : 'The gateway could not be read, so what will exist is not drawn.'}
        </p>
      )}
      <h2 className={`${styles.heading} ${styles.second}`}>Summary</h2>
      <dl className={styles.facts}>
        <Fact label="Creates">{count(creates, 'resource')}</Fact>
        {time && (
          <Fact label="Typical time">
            {typicalWords(time)}
            {isDemo && <span className={styles.quiet}> on Azure; the demo is faster</span>}
          </Fact>
        )}
        {isChosen && (
          <Fact label="Redundancy">
            {count(tunnels, 'tunnel')}
            {possible < tunnels && (
              <span className={styles.quiet}>
                {possible === 0 ? ', once everything is filled in' : `, ${possible} complete so far`}
              </span>
            )}
          </Fact>
        )}
        <Fact label="Findings">
          <Findings told={told} step={step} open={open} />
        </Fact>
      </dl>
    </>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** Counted by step, each a way there. */
function Findings({ told, step, open }: { told: readonly StepCheck[]; step: Step; open: number }) {
  const { pathOf } = useWizard()
  const still = open > 0 ? `${count(open, 'thing')} still to fill in` : 'None so far'
  if (told.length === 0) return <span className={styles.quiet}>{still}</span>
  const lines = STEPS.flatMap((of) =>
    (['error', 'advice'] as const).flatMap((is) => {
      const number = told.filter((one) => one.step === of && one.is === is).length
      return number === 0 ? [] : [{ of, is, number }]
    }),
  )
  return (
    <ul className={styles.findings}>
      {lines.map(({ of, is, number }) => (
        <li key={`${of} ${is}`}>
          <span className={is === 'error' ? styles.error : styles.advice} aria-hidden>
            {is === 'error' ? <ErrorCircleFilled /> : <WarningFilled />}
          </span>
          {is === 'error' ? count(number, 'error') : count(number, 'warning')}{' '}
          <span className={styles.quiet}>
            {of === step ? (
              'on this step'
            ) : (
              <>
                on{' '}
                <Link className={styles.link} to={pathOf(of)}>
                  {STEP_TITLES[of]}
                </Link>
              </>
            )}
          </span>
        </li>
      ))}
      {open > 0 && <li className={styles.quiet}>{still}</li>}
    </ul>
  )
}
