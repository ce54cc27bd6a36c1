import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { HubError } from '../../model/errors.ts'
import type { RightWords } from '../../model/rights/words.ts'
import { Age } from '../Age.tsx'
import { ErrorFacts } from '../ErrorFacts.tsx'
import { VerdictIcon } from '../VerdictIcon.tsx'
import styles from './PlanReview.module.css'

/** One thing that Azure refuses, in words. */
export interface Refused {
  /** What Azure refused, of what: a sentence. */
  heading: string
  /** Why, and what to do. */
  text: string
  /** A link to the field that answers it. */
  to?: ReactNode
  error: HubError
  facts?: RightWords['facts']
}

export type Validation =
  /** `why`: a sentence. */
  | { is: 'notAsked'; why: string }
  | { is: 'asking' }
  | { is: 'accepted'; at: number }
  | { is: 'refused'; at: number; refused: readonly Refused[] }
  /** Azure was asked and said nothing of the plan. */
  | { is: 'failed'; problem: ReactNode }

/** Whether Azure accepts the plan, in a line. */
export function ValidationLine({ validation, onAgain }: { validation: Validation; onAgain: () => void }) {
  const isOver = validation.is !== 'asking' && validation.is !== 'notAsked'
  return (
    <span className={styles.validation}>
      <span role="status">
        <Said validation={validation} />
      </span>
      {isOver && (
        <Button size="small" appearance="subtle" onClick={onAgain}>
          Validate again
        </Button>
      )}
    </span>
  )
}

function Said({ validation }: { validation: Validation }) {
  switch (validation.is) {
    case 'notAsked':
      return (
        <>
          <VerdictIcon verdict="notChecked" /> {validation.why}
        </>
      )
    case 'asking':
      return (
        <>
          <VerdictIcon verdict="inProgress" /> Azure validates this plan
        </>
      )
    case 'accepted':
      return (
        <>
          <VerdictIcon verdict="healthy" /> <strong>Azure accepts this plan</strong>{' '}
          <span className={styles.note}>
            validated <Age at={validation.at} style="ago" />
          </span>
        </>
      )
    case 'refused':
      return (
        <>
          <VerdictIcon verdict="down" /> <strong>Azure refuses this plan</strong>{' '}
          <span className={styles.note}>
            validated <Age at={validation.at} style="ago" />
          </span>
        </>
      )
    case 'failed':
      return (
        <>
          <VerdictIcon verdict="unknown" /> Whether Azure accepts this plan is not known
        </>
      )
    default:
      return validation satisfies never
  }
}

/** Why it does not, and what to do about each. */
export function ValidationProblem({ validation }: { validation: Validation }) {
  if (validation.is === 'failed') return validation.problem
  if (validation.is !== 'refused') return null
  return (
    <div className={styles.refused} role="alert">
      {validation.refused.map(({ heading, text, to, error, facts }, index) => (
        <div key={index}>
          <p className={styles.text}>
            <strong>
              <bdi>{heading}</bdi>
            </strong>{' '}
            <bdi>{text}</bdi> {to}
          </p>
          <ErrorFacts error={error} facts={facts} />
        </div>
      ))}
    </div>
  )
}
