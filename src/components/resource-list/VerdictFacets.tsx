import { facet } from '../../model/list/facets.ts'
import type { Row } from '../../model/list/row.ts'
import type { ListView } from '../../model/list/view.ts'
import { VERDICTS, verdictWord } from '../../model/status/verdict.ts'
import { VerdictIcon } from '../VerdictIcon.tsx'
import { chosenVerdict, withFilter } from './filters.ts'
import { useCoarseNow } from './use-coarse-now.ts'
import type { ListViewChange } from './use-list-rows.ts'
import styles from './VerdictFacets.module.css'

interface VerdictFacetsProps {
  rows: readonly Row[]
  view: ListView
  onViewChange: ListViewChange
}

/** Counts by verdict under the rest of the view; one press narrows to one. All six stay, so nothing moves. */
export function VerdictFacets({ rows, view, onViewChange }: VerdictFacetsProps) {
  const now = useCoarseNow(view)
  const counts = new Map(facet(rows, view, 'verdict', now).map(({ value, count }) => [value, count]))
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0)
  const chosen = chosenVerdict(view)
  const all = !view.filters.some(({ field }) => field === 'verdict')

  function choose(verdict: string | undefined) {
    const values = verdict === undefined || verdict === chosen ? [] : [verdict]
    onViewChange(withFilter(view, { field: 'verdict', operator: 'is', values }), 'push')
  }

  return (
    <div role="group" aria-label="Filter by status" className={styles.facets}>
      <button type="button" className={styles.facet} aria-pressed={all} onClick={() => choose(undefined)}>
        All <span className={styles.count}>{rows.length > 0 && total}</span>
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
          {verdictWord(verdict)}{' '}
          <span className={styles.count}>{rows.length > 0 && (counts.get(verdict) ?? 0)}</span>
        </button>
      ))}
    </div>
  )
}
