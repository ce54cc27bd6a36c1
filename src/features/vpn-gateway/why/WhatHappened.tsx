import { Link } from 'react-router-dom'
import { exactTime, shortTime } from '../../../model/format.ts'
import { resourcePath } from '../../../model/paths.ts'
import { LOG_DAYS, type Facts } from '../../../model/why/facts.ts'
import { tunnelsOf } from '../../../model/why/tunnels.ts'
import { timeline, type Moment } from '../../../model/why/timeline.ts'
import parts from '../../../components/why/parts.module.css'
import styles from './Why.module.css'

/** Writes and tunnels in the order of time; the newest write is marked. */
export function WhatHappened({ facts, waiting }: { facts: Facts; waiting: boolean }) {
  const moments = timeline(facts)
  const ended = tunnelsOf(facts).endedAt !== undefined
  const changed = moments.some(({ is }) => is === 'write')
  return (
    <section aria-labelledby="happened">
      <div className={parts.head}>
        <h2 id="happened" className={parts.heading}>
          What happened
        </h2>
        <Link className={styles.link} to={resourcePath(facts.connection.id, 'activity')}>
          Whole log
        </Link>
      </div>
      <ol className={styles.moments}>
        {moments.map((moment, index) => (
          <MomentItem key={`${index} ${moment.what}`} moment={moment} ended={ended} />
        ))}
      </ol>
      {!changed && (
        <p className={parts.note}>
          {waiting
            ? 'The activity log is being read.'
            : facts.activity.is === 'known'
              ? `Nobody changed it in the last ${LOG_DAYS} days.`
              : 'The activity log could not be read.'}
        </p>
      )}
    </section>
  )
}

function MomentItem({ moment, ended }: { moment: Moment; ended: boolean }) {
  const { at, is, what, by, isLastChange } = moment
  return (
    <li className={`${styles.moment} ${MARKS[is]}`}>
      <time dateTime={new Date(at).toISOString()} title={exactTime(at)}>
        {shortTime(at)}
      </time>{' '}
      <bdi className={isLastChange ? parts.strong : undefined}>{what}</bdi>
      {(by !== undefined || isLastChange) && (
        <span className={styles.by}>
          {isLastChange && (ended ? 'last change before it' : 'last change')}
          {isLastChange && by !== undefined && ', '}
          <bdi>{by}</bdi>
        </span>
      )}
    </li>
  )
}

const MARKS: Record<Moment['is'], string> = {
  write: styles.write ?? '',
  up: styles.up ?? '',
  renewed: '',
  expected: styles.expected ?? '',
  'now down': styles.ended ?? '',
}
