import { AddRegular, ChevronDownRegular, TableSettingsRegular } from '@fluentui/react-icons'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { Row } from '../../model/list/row.ts'
import type { FilterField, ListView } from '../../model/list/view.ts'
import { FilterChips } from './FilterChips.tsx'
import { subscriptionNames, withoutFilters } from './filters.ts'
import { groupingName } from './groupings.ts'
import styles from './ListToolbar.module.css'
import { SearchField } from './SearchField.tsx'
import type { ListViewChange } from './use-list-rows.ts'

const ToolbarPanel = lazy(async () => ({ default: (await import('./ToolbarPanel.tsx')).ToolbarPanel }))

/** What is open below the toolbar, and what it hangs from. */
export type OpenPanel = { target: HTMLElement } & (
  | { is: 'filter'; field?: FilterField }
  | { is: 'group' }
  | { is: 'columns' }
)

interface ListToolbarProps {
  /** All rows, for the values that can be chosen. */
  rows: readonly Row[]
  view: ListView
  onViewChange: ListViewChange
}

/** Search, filters as chips, grouping and columns. Panels load when first opened. */
export function ListToolbar({ rows, view, onViewChange }: ListToolbarProps) {
  const [panel, setPanel] = useState<OpenPanel>()
  const subscriptionName = useMemo(() => subscriptionNames(rows), [rows])
  return (
    <div className={styles.toolbar}>
      <SearchField text={view.text} onChange={(text) => onViewChange({ ...view, text }, 'replace')} />
      <FilterChips
        view={view}
        onViewChange={onViewChange}
        subscriptionName={subscriptionName}
        onEdit={({ field }, target) => setPanel({ is: 'filter', field, target })}
      />
      <button
        type="button"
        className={styles.linkButton}
        aria-haspopup="dialog"
        aria-expanded={panel?.is === 'filter'}
        onClick={(event) => setPanel({ is: 'filter', target: event.currentTarget })}
      >
        <AddRegular className={styles.icon} aria-hidden />
        Filter
      </button>
      {(view.filters.length > 0 || view.text !== '') && (
        <button
          type="button"
          className={styles.linkButton}
          onClick={() => onViewChange(withoutFilters(view), 'push')}
        >
          Clear all
        </button>
      )}
      <span className={styles.space} />
      <button
        type="button"
        className={styles.button}
        aria-haspopup="dialog"
        aria-expanded={panel?.is === 'group'}
        onClick={(event) => setPanel({ is: 'group', target: event.currentTarget })}
      >
        Group: {groupingName(view.groupBy)}
        <ChevronDownRegular className={styles.icon} aria-hidden />
      </button>
      <button
        type="button"
        className={`${styles.button} ${styles.columns}`}
        aria-label="Choose columns"
        title="Choose columns"
        aria-haspopup="dialog"
        aria-expanded={panel?.is === 'columns'}
        onClick={(event) => setPanel({ is: 'columns', target: event.currentTarget })}
      >
        <TableSettingsRegular className={styles.icon} aria-hidden />
      </button>
      {panel && (
        <Suspense>
          <ToolbarPanel
            panel={panel}
            rows={rows}
            view={view}
            onViewChange={onViewChange}
            onClose={() => setPanel(undefined)}
          />
        </Suspense>
      )}
    </div>
  )
}
