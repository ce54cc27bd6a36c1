import type { ReactNode } from 'react'
import { changeCounts, type ChangeRow } from '../../model/plan/change-rows.ts'
import { Age } from '../Age.tsx'
import { VerdictIcon } from '../VerdictIcon.tsx'
import { ChangeTable } from './ChangeTable.tsx'
import { type CodeTab, CodeTabs } from './CodeTabs.tsx'
import styles from './PlanReview.module.css'
import { type Validation, ValidationLine, ValidationProblem } from './Validation.tsx'

/** Whether the changes are those that Azure foresees, or as planned. */
export type Forecast =
  | { is: 'notAsked' }
  | { is: 'asking' }
  | { is: 'known'; at: number }
  | { is: 'failed'; problem: ReactNode }

/** Something to know before it is created, and where that is answered. */
export interface Finding {
  text: string
  to?: ReactNode
}

interface PlanReviewProps {
  /** What the page is called. */
  title: string
  /** How much, where, how long, and what of today's traffic it touches. */
  sentence: ReactNode
  validation: Validation
  onValidate: () => void
  /** What has to be known first. */
  notice?: ReactNode
  picture?: ReactNode
  rows: readonly ChangeRow[]
  forecast: Forecast
  findings: readonly Finding[]
  /** Whether the findings were read, asked below them. */
  askRead?: ReactNode
  code: readonly CodeTab[]
  /** What holds for all code. */
  codeNote: string
}

/** A plan as a document that a colleague could approve: what comes about, what Azure says of it, and the exact code. */
export function PlanReview({
  title,
  sentence,
  validation,
  onValidate,
  notice,
  picture,
  rows,
  forecast,
  findings,
  askRead,
  code,
  codeNote,
}: PlanReviewProps) {
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        <ValidationLine validation={validation} onAgain={onValidate} />
        <p className={styles.sentence}>{sentence}</p>
      </div>
      <ValidationProblem validation={validation} />
      {notice}
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
          {askRead}
        </section>
      )}
      <CodeTabs tabs={code} note={codeNote} />
    </div>
  )
}

function forecastWords(forecast: Forecast): ReactNode {
  switch (forecast.is) {
    case 'notAsked':
      return 'As planned'
    case 'asking':
      return 'As planned; Azure is asked what it would change'
    case 'known':
      return (
        <>
          As Azure foresees it, asked <Age at={forecast.at} style="ago" />
        </>
      )
    case 'failed':
      return 'As planned; what Azure would change is not known'
    default:
      return forecast satisfies never
  }
}
