import { useEffect } from 'react'
import { ListCount } from '../../components/resource-list/ListCount.tsx'
import { ListToolbar } from '../../components/resource-list/ListToolbar.tsx'
import { ResourceList } from '../../components/resource-list/ResourceList.tsx'
import { useListRows, type EstatePhase } from '../../components/resource-list/use-list-rows.ts'
import { useListView } from '../../components/resource-list/use-list-view.ts'
import type { Row } from '../../model/list/row.ts'
import { useStatusOf } from '../../queries/use-status-of.ts'
import styles from './HubList.module.css'

interface HubListProps {
  rows: readonly Row[]
  phase: EstatePhase
}

/** The consolidated list, with its own search and filters; its view is in the hub's address. */
export function HubList({ rows, phase }: HubListProps) {
  const [view, setView] = useListView()
  const list = useListRows(rows, view, phase)
  const onShown = useStatusOf()
  const total = rows.filter(({ service }) => service !== undefined).length
  const anyRow = list.shown.length > 0

  // A measurement of what was painted can only be taken after painting.
  useEffect(() => {
    if (anyRow) markFirstRow()
  }, [anyRow])

  return (
    <section aria-labelledby="all-resources">
      <div className={styles.head}>
        <div className={styles.words}>
          <h2 id="all-resources" className={styles.title}>
            All resources
          </h2>
          <span className={styles.count}>
            <ListCount list={list} total={total} phase={phase} />
          </span>
        </div>
        <div className={styles.tools}>
          <ListToolbar rows={rows} view={view} onViewChange={setView} />
        </div>
      </div>
      <ResourceList
        label="All resources"
        rows={list.shown}
        view={view}
        onViewChange={setView}
        phase={phase}
        onShown={onShown}
        empty="Nothing matches. Take a filter away, or search for something else."
      />
    </section>
  )
}

const FIRST_ROW = 'hub:first-row'

/** Once for each load of the page: when the first resource can be seen. */
function markFirstRow() {
  if (performance.getEntriesByName(FIRST_ROW).length > 0) return
  requestAnimationFrame(() => setTimeout(() => performance.mark(FIRST_ROW)))
}
