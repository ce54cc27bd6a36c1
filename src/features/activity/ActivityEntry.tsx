import { Age } from '../../components/Age.tsx'
import { CopyButton } from '../../components/CopyButton.tsx'
import { useTimeText } from '../../components/now.ts'
import { ResourceLink } from '../../components/ResourceLink.tsx'
import { VerdictLabel } from '../../components/VerdictLabel.tsx'
import type { Activity } from '../../model/diagnostics/activity.ts'
import { activityName, activityVerdict } from '../../model/diagnostics/activity-words.ts'
import { duration } from '../../model/format.ts'
import { keyOf } from '../../model/paths.ts'
import type { Verdict } from '../../model/status/verdict.ts'
import styles from './Activity.module.css'

interface ActivityEntryProps {
  activity: Activity
  /** The id of the page's resource: it is no link to itself. */
  own: string
}

/** One thing somebody did. */
export function ActivityEntry({ activity, own }: ActivityEntryProps) {
  const { operation, status, caller, startedAt, endedAt, statusMessage, correlationId, resourceId } = activity
  // A verdict is a text too; the clock is the page's one clock.
  const verdict = useTimeText((now) => activityVerdict(activity, now)) as Verdict
  const took = endedAt - startedAt
  return (
    <li className={styles.entry}>
      <p className={styles.what}>
        <strong>
          <bdi>{activityName(activity)}</bdi>
        </strong>{' '}
        <span className={styles.state}>
          <VerdictLabel verdict={verdict} text={status} />
        </span>
      </p>
      <p className={styles.who}>
        <Age at={startedAt} style="ago" />
        {caller !== undefined && (
          <>
            {' by '}
            <bdi>{caller}</bdi>
          </>
        )}
        {took >= 1000 && `, took ${duration(took)}`}
        {resourceId !== '' && keyOf(resourceId) !== keyOf(own) && (
          <>
            {', on '}
            <ResourceLink id={resourceId} />
          </>
        )}
      </p>
      {statusMessage !== undefined && (
        <p className={styles.said}>
          <bdi>{statusMessage}</bdi>
        </p>
      )}
      <p className={styles.ids}>
        <bdi className={styles.code}>{operation}</bdi>
        {correlationId !== '' && (
          <span className={styles.id}>
            Correlation id <bdi className={styles.code}>{correlationId}</bdi>
            <CopyButton text={correlationId} label={`Copy correlation id ${correlationId}`} />
          </span>
        )}
      </p>
    </li>
  )
}
