import { Button, Radio, RadioGroup } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router-dom'
import { Age } from '../../components/Age.tsx'
import { AskProblem } from '../../components/AskProblem.tsx'
import { errorIn } from '../../model/errors.ts'
import { count } from '../../model/format.ts'
import type { Resource } from '../../model/resources/resource.ts'
import { ACTIVITY_DAYS, type ActivityDays, activityQuery } from '../../queries/activity-query.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { Skeleton } from '../../ui/Skeleton.tsx'
import { ActivityEntry } from './ActivityEntry.tsx'
import styles from './Activity.module.css'

/** What was done to a resource, by whom, and how it ended: the activity log of its subscription. */
export default function ActivityTab({ resource }: { resource: Resource }) {
  const [search, setSearch] = useSearchParams()
  const days = daysIn(search.get('days'))
  const demo = useDemo() !== undefined
  const { data, error, isFetching, dataUpdatedAt, refetch } = useQuery(
    activityQuery(useAzure(), resource.id, days),
  )

  return (
    <section aria-labelledby="activity" className={styles.page}>
      <div className={styles.head}>
        <h2 className={styles.heading} id="activity">
          Activity
        </h2>
        <RadioGroup
          layout="horizontal"
          aria-label="How far back"
          value={String(days)}
          onChange={(_, { value }) =>
            setSearch(
              (old) => {
                const next = new URLSearchParams(old)
                if (value === '7') next.delete('days')
                else next.set('days', value)
                return next
              },
              { replace: true, preventScrollReset: true },
            )
          }
        >
          {ACTIVITY_DAYS.map((one) => (
            <Radio key={one} value={String(one)} label={`${one} days`} />
          ))}
        </RadioGroup>
        <Button size="small" disabledFocusable={isFetching} onClick={() => void refetch()}>
          {isFetching ? 'Reading…' : 'Read again'}
        </Button>
      </div>
      {error && (
        <AskProblem
          what={`The activity of ${resource.name}`}
          scope={resource.id}
          action="Microsoft.Insights/eventtypes/values/read"
          error={errorIn(error)}
          demo={demo}
          busy={isFetching}
          onAgain={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton width={420} height={20} />}
      {data && (
        <>
          <p className={styles.note}>
            {data.length === 0
              ? `Nobody changed ${resource.name} in the last ${days} days. Choose more days to look further back; Azure keeps 90.`
              : `${count(data.length, 'operation')} in the last ${days} days, the newest first.`}{' '}
            Read <Age at={dataUpdatedAt} style="ago" />.
          </p>
          <ol className={styles.list} aria-label="What was done">
            {data.map((activity) => (
              <ActivityEntry
                key={`${activity.correlationId} ${activity.operation} ${activity.resourceId}`}
                activity={activity}
                own={resource.id}
              />
            ))}
          </ol>
        </>
      )}
    </section>
  )
}

function daysIn(text: string | null): ActivityDays {
  return ACTIVITY_DAYS.find((days) => String(days) === text) ?? 7
}
