import type { ReactNode } from 'react'
import { clockTime } from '../../model/format.ts'
import type { TypicalTime } from '../../model/operations/durations.ts'
import { stopwatch } from '../../model/operations/words.ts'
import { useTimeText } from '../now.ts'
import { type ProgressRow, ProgressTable } from './ProgressTable.tsx'
import styles from './RunProgress.module.css'

interface RunProgressProps {
  /** `5 of 8 resources are ready, about 24 minutes to go`, at a time in milliseconds. */
  headline: (now: number) => string
  /** How much of the typical time is over, 0 to 1; absent where the run is over. */
  part?: (now: number) => number
  children?: ReactNode
  startedAt: number
  endedAt?: number
  /** How long the whole of it takes. */
  typical?: TypicalTime
  rows: readonly ProgressRow[]
  /** In place of one table: many rows in groups. */
  table?: ((rows: readonly ProgressRow[]) => ReactNode) | undefined
}

/** A run as a checklist: how far it is in a sentence and a bar, then each resource. */
export function RunProgress({
  headline,
  part,
  children,
  startedAt,
  endedAt,
  typical,
  rows,
  table,
}: RunProgressProps) {
  const title = useTimeText(headline)
  const gone = useTimeText((now) => (part?.(now) ?? 1).toFixed(3))
  const elapsed = useTimeText((now) => stopwatch((endedAt ?? now) - startedAt))
  return (
    <>
      <div>
        <h1 className={styles.title} tabIndex={-1}>
          {title}
        </h1>
        <div className={styles.lead}>{children}</div>
      </div>
      <div>
        {part && (
          <span className={styles.bar} aria-hidden>
            <span className={styles.gone} style={{ inlineSize: `${Number(gone) * 100}%` }} />
          </span>
        )}
        <p className={styles.times}>
          <span>
            Started {clockTime(startedAt)}, {endedAt === undefined ? 'elapsed' : 'took'}{' '}
            <strong>{elapsed}</strong>
          </span>
          {endedAt === undefined && typical && (
            <span>
              Typically done between {clockTime(startedAt + typical.from)} and{' '}
              {clockTime(startedAt + typical.to)}
            </span>
          )}
        </p>
      </div>
      {table ? table(rows) : <ProgressTable rows={rows} />}
    </>
  )
}
