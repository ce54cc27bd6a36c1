import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { changeCounts, type ChangeRow } from '../../model/plan/change-rows.ts'
import { Age } from '../Age.tsx'
import { VerdictIcon } from '../VerdictIcon.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import { type CodeTab, CodeTabs } from './CodeTabs.tsx'
import styles from './PlanReview.module.css'
import { type Validation, ValidationLine, ValidationProblem } from './Validation.tsx'

/** What Azure was asked to foresee; `why` is a sentence. */
export type Forecast =
  { is: 'notAsked' } | { is: 'asking' } | { is: 'known'; at: number } | { is: 'failed'; problem: ReactNode }

/** Something to know before it is created, and where that is answered. */
export interface Finding {
  text: string
  to?: ReactNode
}

interface PlanReviewProps {
  /** How much, where, how long, and what of today's traffic it touches. */
  sentence: ReactNode
  validation: Validation
  onValidate: () => void
  picture?: ReactNode
  rows: readonly ChangeRow[]
  forecast: Forecast
  onForecast: () => void
  findings: readonly Finding[]
  code: readonly CodeTab[]
  /** What holds for all code. */
  codeNote: string
}

/** A plan as a document that a colleague could approve: what comes about, what Azure says of it, and the exact code. */
export function PlanReview({
  sentence,
  validation,
  onValidate,
  picture,
  rows,
  forecast,
  onForecast,
  findings,
  code,
  codeNote,
}: PlanReviewProps) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          Review
        </h1>
        <ValidationLine validation={validation} onAgain={onValidate} />
        <p className={styles.sentence}>{sentence}</p>
      </div>
      <ValidationProblem validation={validation} />
      {picture}
      <section aria-labelledby="what-changes">
        <div className={styles.line}>
          <h2 className={styles.heading} id="what-changes">
            What changes
          </h2>
          <span className={styles.note}>{changeCounts(rows)}</span>
          <span className={styles.forecast} role="status">
            {forecastWords(forecast)}
          </span>
          <Button size="small" disabledFocusable={forecast.is === 'asking'} onClick={onForecast}>
            {forecast.is === 'asking'
              ? 'Azure compares…'
              : forecast.is === 'known'
                ? 'Ask again'
                : 'Ask Azure'}
          </Button>
        </div>
        {forecast.is === 'failed' && forecast.problem}
        <ChangeTable rows={rows} />
      </section>
      {findings.length > 0 && (
        <section aria-labelledby="findings">
          <h2 className={styles.heading} id="findings">
            {findings.length === 1 ? '1 warning' : `${findings.length} warnings`}
          </h2>
          <ul className={styles.findings}>
            {findings.map(({ text, to }) => (
              <li key={text}>
                <VerdictIcon verdict="attention" />
                <span>
                  <bdi>{text}</bdi> {to}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <CodeTabs tabs={code} note={codeNote} />
    </div>
  )
}

function forecastWords(forecast: Forecast): ReactNode {
  switch (forecast.is) {
    case 'notAsked':
      return 'As planned. Azure can be asked what it would change.'
    case 'asking':
      return 'Azure is asked what it would change. This takes seconds.'
    case 'known':
      return (
        <>
          As Azure foresees it, asked <Age at={forecast.at} style="ago" />
        </>
      )
    case 'failed':
      return 'As planned.'
    default:
      return forecast satisfies never
  }
}
