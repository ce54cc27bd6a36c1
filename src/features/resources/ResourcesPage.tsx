import { useMemo, useState, type ReactNode } from 'react'
import { ListCount } from '../../components/resource-list/ListCount.tsx'
import { ListToolbar } from '../../components/resource-list/ListToolbar.tsx'
import { ResourceList } from '../../components/resource-list/ResourceList.tsx'
import { useListRows, type EstatePhase } from '../../components/resource-list/use-list-rows.ts'
import { useListView } from '../../components/resource-list/use-list-view.ts'
import { VerdictFacets } from '../../components/resource-list/VerdictFacets.tsx'
import type { HubError } from '../../model/errors.ts'
import type { Estate } from '../../model/estate.ts'
import { sortRows } from '../../model/list/order.ts'
import type { Row } from '../../model/list/row.ts'
import { serviceName } from '../../model/resources/kinds.ts'
import { serviceOfView } from '../../model/list/view.ts'
import { useStatusOf } from '../../queries/use-status-of.ts'
import { ExportButton } from './ExportButton.tsx'
import { ListProblem } from './ListProblem.tsx'
import { NoMatch, NothingThere } from './NoRows.tsx'
import { Selection } from './Selection.tsx'
import styles from './ResourcesPage.module.css'
import { UnreadableNotice } from './UnreadableNotice.tsx'

interface ResourcesPageProps {
  estate: Estate
  phase: EstatePhase
  /** How far the subscriptions in scope have been read. */
  read?: { done: number; of: number }
  error?: HubError
  onRefresh: () => void
  /** What saves a snapshot. */
  snapshot?: ReactNode
}

const NONE: ReadonlySet<string> = new Set()

export function ResourcesPage({ estate, phase, read, error, onRefresh, snapshot }: ResourcesPageProps) {
  const [view, changeView] = useListView()
  const [selected, setSelected] = useState(NONE)
  const { rows } = estate
  const list = useListRows(rows, view, phase)
  const total = useMemo(() => rows.filter(({ service }) => service !== undefined).length, [rows])
  const chosen = useMemo(() => rows.filter(({ key }) => selected.has(key)), [rows, selected])
  const hidden = useMemo(() => hiddenOf(chosen, list.shown), [chosen, list.shown])
  const exported = useMemo(
    () => (chosen.length === 0 ? list.shown : sortRows(chosen, view.sort)),
    [chosen, list.shown, view.sort],
  )
  const onShown = useStatusOf()
  const service = serviceOfView(view)
  const title = service ? serviceName(service) : 'All resources'

  return (
    <>
      <title>{`${title} · Hybrid Connectivity Hub`}</title>
      <div className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        <ListCount list={list} total={total} phase={phase} read={read} />
        <span className={styles.space} />
        {chosen.length > 0 && (
          <Selection count={chosen.length} hidden={hidden} onClear={() => setSelected(NONE)} />
        )}
        {snapshot}
        <ExportButton rows={exported} columns={view.columns} selected={chosen.length > 0} />
      </div>
      {error && <ListProblem error={error} onRetry={onRefresh} />}
      <UnreadableNotice
        unreadable={estate.unreadable}
        subscriptions={estate.subscriptions}
        tenants={estate.tenants}
        onRetry={onRefresh}
      />
      {!(error && total === 0) && (
        <>
          <VerdictFacets rows={rows} shown={list.shown} view={view} onViewChange={changeView} />
          <div className={styles.toolbar}>
            <ListToolbar rows={rows} view={view} onViewChange={changeView} />
          </div>
          <ResourceList
            label="Resources"
            rows={list.shown}
            view={view}
            onViewChange={changeView}
            phase={phase}
            selected={selected}
            onSelect={setSelected}
            onShown={onShown}
            empty={
              total === 0 && phase === 'done' ? (
                <NothingThere subscriptions={estate.subscriptions} onRefresh={onRefresh} />
              ) : (
                <NoMatch rows={rows} view={view} phase={phase} onViewChange={changeView} />
              )
            }
          />
        </>
      )}
    </>
  )
}

/** How many of the chosen rows the view does not show. */
function hiddenOf(chosen: readonly Row[], shown: readonly Row[]): number {
  if (chosen.length === 0) return 0
  const keys = new Set(shown.map(({ key }) => key))
  return chosen.filter(({ key }) => !keys.has(key)).length
}
