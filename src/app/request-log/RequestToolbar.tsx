import { DismissRegular, SearchRegular } from '@fluentui/react-icons'
import { exactTime } from '../../model/format.ts'
import type { RequestFilter } from '../../model/requests/filter.ts'
import type { RequestCounts } from '../../model/requests/logged-request.ts'
import { clockTime } from './text.ts'
import styles from './RequestToolbar.module.css'

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']

interface RequestToolbarProps {
  counts: RequestCounts
  filter: RequestFilter
  onFilter: (filter: RequestFilter) => void
  /** How many match, said to who cannot see them. */
  shown: number
  /** Sent since the list was paused; absent while it follows. */
  newer: number | undefined
  onPause: () => void
  onClear: () => void
  onClose: () => void
}

export function RequestToolbar(props: RequestToolbarProps) {
  const { counts, filter, onFilter, shown, newer, onPause, onClear, onClose } = props
  return (
    <div className={styles.toolbar}>
      <h2 className={styles.title}>Request log</h2>
      <Counts counts={counts} />
      <div className={styles.filters}>
        <label className={styles.search}>
          <span className={styles.glass} aria-hidden>
            <SearchRegular />
          </span>
          <input
            type="search"
            className={styles.input}
            aria-label="Filter the requests"
            placeholder="URL, status, correlation id"
            autoComplete="off"
            spellCheck={false}
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          />
        </label>
        <select
          className={styles.button}
          aria-label="Method"
          value={filter.method ?? ''}
          onChange={({ target }) => {
            const { method: _, ...rest } = filter
            onFilter(target.value === '' ? rest : { ...rest, method: target.value })
          }}
        >
          <option value="">Method: any</option>
          {METHODS.map((method) => (
            <option key={method}>{method}</option>
          ))}
        </select>
        <button
          type="button"
          className={styles.button}
          aria-pressed={filter.onlyFailures}
          onClick={() => onFilter({ ...filter, onlyFailures: !filter.onlyFailures })}
        >
          Only failures
        </button>
        <span className={styles.unseen} role="status">
          {shown} shown
        </span>
      </div>
      <div className={styles.end}>
        {newer !== undefined && newer > 0 && <span className={styles.newer}>{newer} newer</span>}
        <button type="button" className={styles.plain} onClick={onPause}>
          {newer === undefined ? 'Pause' : 'Continue'}
        </button>
        <button
          type="button"
          className={styles.plain}
          title="Forget what the log holds; Azure keeps its own"
          onClick={onClear}
        >
          Empty the log
        </button>
        <button
          type="button"
          className={`${styles.plain} ${styles.close}`}
          aria-label="Close the request log"
          title="Close the request log"
          onClick={onClose}
        >
          <DismissRegular aria-hidden />
        </button>
      </div>
    </div>
  )
}

function Counts({ counts }: { counts: RequestCounts }) {
  const { requests, refused, unanswered, retried, since } = counts
  if (since === undefined) return <span className={styles.counts}>Nothing was sent yet</span>
  return (
    <span className={styles.counts}>
      {requests} since <time title={exactTime(since)}>{clockTime(since).slice(0, 5)}</time>, {refused} refused
      {unanswered > 0 && `, ${unanswered} not answered`}, {retried} retried
    </span>
  )
}
