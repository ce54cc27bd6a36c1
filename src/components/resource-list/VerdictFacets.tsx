import { useMemo } from 'react'
import { filterRows } from '../../model/list/filter.ts'
import type { Row } from '../../model/list/row.ts'
import type { ListView } from '../../model/list/view.ts'
import { countVerdicts, VERDICTS, verdictWord } from '../../model/status/verdict.ts'
import { VerdictIcon } from '../VerdictIcon.tsx'
import { chosenVerdict, withFilter } from './filters.ts'
import { useCoarseNow } from './use-coarse-now.ts'
import type { ListViewChange } from './use-list-rows.ts'
import styles from './VerdictFacets.module.css'

interface VerdictFacetsProps {
  rows: readonly Row[]
  /** Those that the view shows. */
  shown: readonly Row[]
  view: ListView
  onViewChange: ListViewChange
}

/** Counts by verdict under the rest of the view; one press narrows to one. All six stay, so nothing moves. */
export function VerdictFacets({ rows, shown, view, onViewChange }: VerdictFacetsProps) {
  const now = useCoarseNow(view)
  const all = !view.filters.some(({ field }) => field === 'verdict')
  const counted = useMemo(
    () => (all ? shown : filterRows(rows, view, now, 'verdict')),
    [all, shown, rows, view, now],
  )
  const counts = useMemo(() => countVerdicts(counted.map(({ judgement }) => judgement.verdict)), [counted])
  const chosen = chosenVerdict(view)

  function choose(verdict: string | undefined) {
    const values = verdict === undefined || verdict === chosen ? [] : [verdict]
    onViewChange(withFilter(view, { field: 'verdict', operator: 'is', values }), 'push')
  }

  return (
    <div role="group" aria-label="Filter by status" className={styles.facets}>
      <button type="button" className={styles.facet} aria-pressed={all} onClick={() => choose(undefined)}>
        All <span className={styles.count}>{rows.length > 0 && counted.length}</span>
      </button>
      {VERDICTS.map((verdict) => (
        <button
          key={verdict}
          type="button"
          className={styles.facet}
          aria-pressed={verdict === chosen}
          onClick={() => choose(verdict)}
        >
          <VerdictIcon verdict={verdict} />
          {verdictWord(verdict)} <span className={styles.count}>{rows.length > 0 && counts[verdict]}</span>
        </button>
      ))}
    </div>
  )
}
