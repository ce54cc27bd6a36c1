import { Link } from 'react-router-dom'
import { exactTime, shortTime } from '../../model/format.ts'
import { resourcePath } from '../../model/paths.ts'
import type { Asked } from '../../model/why/asked.ts'
import { LOG_DAYS } from '../../model/why/facts.ts'
import type { Moment } from '../../model/why/timeline.ts'
import line from './WhatHappened.module.css'
import styles from './Why.module.css'

interface WhatHappenedProps {
  id: string
  moments: readonly Moment[]
  /** It is known when something ended, so the change that is marked came before that. */
  ended: boolean
  /** The activity log that the changes are from. */
  log: Asked<unknown>
}

/** Changes and states in the order of time; the newest change is marked. */
export function WhatHappened({ id, moments, ended, log }: WhatHappenedProps) {
  const changed = moments.some(({ is }) => is === 'write')
  return (
    <section aria-labelledby="happened">
      <div className={styles.head}>
        <h2 id="happened" className={styles.heading}>
          What happened
        </h2>
        <Link className={styles.link} to={resourcePath(id, 'activity')}>
          Whole log
        </Link>
      </div>
      <ol className={line.moments}>
        {moments.map((moment, index) => (
          <MomentItem key={`${index} ${moment.what}`} moment={moment} ended={ended} />
        ))}
      </ol>
      {!changed && <p className={styles.note}>{noChange(log)}</p>}
    </section>
  )
}

function noChange(log: Asked<unknown>): string {
  switch (log.is) {
    case 'asking':
      return 'The activity log is being read.'
    case 'known':
      return `Nobody changed it in the last ${LOG_DAYS} days.`
    case 'failed':
    case 'none':
      return 'The activity log could not be read.'
    default:
      return log satisfies never
  }
}

function MomentItem({ moment, ended }: { moment: Moment; ended: boolean }) {
  const { at, is, what, by, isLastChange } = moment
  return (
    <li className={`${line.moment} ${MARKS[is]}`}>
      <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
        {shortTime(at)}
      </time>{' '}
      <bdi className={isLastChange ? styles.strong : undefined}>{what}</bdi>
      {(by !== undefined || isLastChange) && (
        <span className={line.by}>
          {isLastChange && (ended ? 'last change before it' : 'last change')}
          {isLastChange && by !== undefined && ', '}
          <bdi>{by}</bdi>
        </span>
      )}
    </li>
  )
}

const MARKS: Record<Moment['is'], string> = {
  write: line.write ?? '',
  up: line.up ?? '',
  renewed: '',
  expected: line.expected ?? '',
  'now down': line.ended ?? '',
}
