import { ArrowClockwiseRegular, ChevronDownRegular } from '@fluentui/react-icons'
import { LIVE_MOST } from '../../azure/inventories.ts'
import { Age } from '../../components/Age.tsx'
import { count, exactTime } from '../../model/format.ts'
import { useDemo, type Demo } from '../../queries/use-demo.ts'
import { useEstate } from '../../queries/use-estate.ts'
import { useRequestCounts } from '../../queries/use-request-log.ts'
import { useScope } from '../../queries/use-scope.ts'
import { REQUEST_LOG_BUTTON, requestLogOpen, toggleRequestLog } from '../request-log/open.ts'
import { useValue } from '../value.ts'
import { Waiting } from './Waiting.tsx'
import styles from './StatusLine.module.css'
import { useOnline } from './use-online.ts'

/** Where what is seen comes from, and how old it is. */
export function StatusLine() {
  const { readAt, refresh } = useEstate()
  const snapshot = useDemo()?.opened?.snapshot
  return (
    <footer className={styles.line} aria-label="Source and age">
      <div className={styles.group}>
        <Requests />
      </div>
      <div className={styles.group}>
        <Waiting>
          <Source />
        </Waiting>
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

/** The handle of the request log. */
function Requests() {
  const { requests, refused, unanswered } = useRequestCounts()
  const open = useValue(requestLogOpen)
  return (
    <button
      type="button"
      id={REQUEST_LOG_BUTTON}
      className={styles.requests}
      aria-expanded={open}
      onClick={toggleRequestLog}
    >
      <span className={`${styles.chevron} ${open ? styles.down : ''}`} aria-hidden>
        <ChevronDownRegular />
      </span>
      <span className={styles.name}>Request log</span>
      <span>
        {count(requests, 'request')}, {refused} refused{unanswered > 0 && `, ${unanswered} unanswered`}
      </span>
    </button>
  )
}

function estateWord({ opened }: Demo): string {
  if (opened?.snapshot) return 'Snapshot'
  return opened ? 'Estate file' : 'Demo estate'
}

function azureWord(subscriptions: number, online: boolean): string {
  if (!online) return 'No network: as last read'
  return subscriptions > LIVE_MOST ? 'From Resource Graph' : 'Live from ARM'
}

function Source() {
  const demo = useDemo()
  const { subscriptions, selected } = useScope()
  const online = useOnline()
  const source = demo ? estateWord(demo) : azureWord(selected.length, online)
  if (subscriptions.length === 0) return <span className={styles.source}>{source}</span>
  return (
    <span className={styles.source}>
      {source}, {selected.length} of {count(subscriptions.length, 'subscription')}
    </span>
  )
}
