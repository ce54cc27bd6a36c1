import { ArrowClockwiseRegular } from '@fluentui/react-icons'
import { Age } from '../../components/Age.tsx'
import { count, exactTime } from '../../model/format.ts'
import { useDemo, type Demo } from '../../queries/use-demo.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { useScope } from '../../queries/use-scope.ts'
import { useRequestCounts } from './use-request-counts.ts'
import styles from './StatusLine.module.css'

/** Where what is seen comes from, and how old it is. */
export function StatusLine() {
  const { readAt, refresh } = useEstate()
  const snapshot = useDemo()?.opened?.snapshot
  return (
    <footer className={styles.line} aria-label="Source and age">
      <div className={`${styles.group} ${styles.requests}`}>
        <Requests />
      </div>
      <div className={styles.group}>
        <Source />
        <span className={styles.read}>
          {readAt !== undefined && (
            <span className={styles.age}>
              {snapshot ? (
                `Taken ${exactTime(Date.parse(snapshot.takenAt))}`
              ) : (
                <>
                  Read <Age at={readAt} style="ago" />
                </>
              )}
            </span>
          )}
          <button
            type="button"
            className={styles.refresh}
            aria-label="Read again"
            title="Read again"
            onClick={refresh}
          >
            <ArrowClockwiseRegular aria-hidden />
          </button>
        </span>
      </div>
    </footer>
  )
}

function Requests() {
  const { requests, refused } = useRequestCounts()
  return (
    <span>
      {count(requests, 'request')}, {refused} refused
    </span>
  )
}

function estateWord({ opened }: Demo): string {
  if (opened?.snapshot) return 'Snapshot'
  return opened ? 'Estate file' : 'Demo estate'
}

function Source() {
  const demo = useDemo()
  const { subscriptions, selected } = useScope()
  const source = demo ? estateWord(demo) : 'Live from ARM'
  if (subscriptions.length === 0) return <span className={styles.source}>{source}</span>
  return (
    <span className={styles.source}>
      {source}, {selected.length} of {count(subscriptions.length, 'subscription')}
    </span>
  )
}
