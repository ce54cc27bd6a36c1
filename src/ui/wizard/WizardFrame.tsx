import {
  CheckmarkCircleRegular,
  CircleRegular,
  ErrorCircleFilled,
  RadioButtonFilled,
} from '@fluentui/react-icons'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { useMedia } from '../use-media.ts'
import styles from './WizardFrame.module.css'

/** One step of a wizard, and how it stands. */
export interface WizardStep {
  id: string
  title: string
  /** Where it is; absent while there is nothing to see. */
  to?: string | undefined
  done: boolean
  /** Problems to put right in it, that may be told by now. */
  errors: number
}

interface WizardFrameProps {
  /** What the wizard sets up: `Site-to-site VPN`. */
  name: string
  steps: readonly WizardStep[]
  current: string
  /** Below the steps: the draft. */
  note?: ReactNode
  children: ReactNode
}

/** Steps at the left with their state, the step's page beside them. On a phone the steps are one line that opens. */
export function WizardFrame({ name, steps, current, note, children }: WizardFrameProps) {
  const narrow = useMedia('(max-width: 699.9px)')
  const at = steps.findIndex(({ id }) => id === current)
  const step = steps[at]
  const list = (
    <>
      <ol className={styles.steps}>
        {steps.map((one) => (
          <li key={one.id}>
            <Step step={one} current={one.id === current} />
          </li>
        ))}
      </ol>
      {note !== undefined && <div className={styles.note}>{note}</div>}
    </>
  )
  return (
    <div className={styles.frame}>
      <nav className={styles.rail} aria-label={`Steps of ${name}`}>
        {narrow ? (
          // Each step is a page of its own: the list closes with it.
          <details key={current} className={styles.line}>
            <summary>
              <span>
                Step {at + 1} of {steps.length}: <strong>{step?.title}</strong>
              </span>
              {step !== undefined && step.errors > 0 && <Errors count={step.errors} />}
            </summary>
            {list}
          </details>
        ) : (
          <div className={styles.stays}>
            <p className={styles.name}>{name}</p>
            {list}
          </div>
        )}
      </nav>
      <div className={styles.page}>{children}</div>
    </div>
  )
}

function Step({ step: { title, to, done, errors }, current }: { step: WizardStep; current: boolean }) {
  const content = (
    <>
      <span className={`${styles.state} ${errors > 0 ? styles.wrong : ''}`} aria-hidden>
        {errors > 0 ? (
          <ErrorCircleFilled />
        ) : current ? (
          <RadioButtonFilled />
        ) : done ? (
          <CheckmarkCircleRegular />
        ) : (
          <CircleRegular />
        )}
      </span>
      <span className={styles.title}>{title}</span>{' '}
      {errors > 0 ? (
        <span className={styles.count}>{errors === 1 ? '1 error' : `${errors} errors`}</span>
      ) : (
        // In brackets, since names of links have a space here.
        done && <span className={styles.hidden}>(done)</span>
      )}
    </>
  )
  const look = `${styles.step} ${current ? styles.current : done || errors > 0 ? '' : styles.later}`
  return to === undefined ? (
    <span className={look}>{content}</span>
  ) : (
    <Link className={look} to={to} aria-current={current ? 'step' : undefined}>
      {content}
    </Link>
  )
}

function Errors({ count }: { count: number }) {
  return (
    <span className={styles.lineErrors}>
      <span className={`${styles.state} ${styles.wrong}`} aria-hidden>
        <ErrorCircleFilled />
      </span>
      {count === 1 ? '1 error' : `${count} errors`}
    </span>
  )
}
