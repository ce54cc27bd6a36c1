import { useState } from 'react'
import type { Row } from '../../model/list/row.ts'
import type { ListView } from '../../model/list/view.ts'
import { HoverCard } from '../../ui/HoverCard.tsx'
import { ColumnsPanel } from './ColumnsPanel.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { GroupPanel } from './GroupPanel.tsx'
import type { OpenPanel } from './ListToolbar.tsx'
import type { ListViewChange } from './use-list-rows.ts'

interface ToolbarPanelProps {
  panel: OpenPanel
  rows: readonly Row[]
  view: ListView
  onViewChange: ListViewChange
  onClose: () => void
}

const LABELS: Record<OpenPanel['is'], string> = {
  filter: 'Add a filter',
  group: 'Group rows',
  columns: 'Choose columns',
}

/** What hangs from the toolbar. What is changed in one visit is one step back. */
export function ToolbarPanel({ panel, rows, view, onViewChange, onClose }: ToolbarPanelProps) {
  const [changed, setChanged] = useState(false)

  function change(next: ListView) {
    onViewChange(next, changed ? 'replace' : 'push')
    setChanged(true)
  }

  return (
    <HoverCard
      target={panel.target}
      label={LABELS[panel.is]}
      focus="enters"
      align={panel.is === 'filter' ? 'start' : 'end'}
      onClose={onClose}
    >
      {panel.is === 'filter' && <FilterPanel rows={rows} view={view} onChange={change} field={panel.field} />}
      {panel.is === 'group' && (
        <GroupPanel
          groupBy={view.groupBy}
          onChoose={(groupBy) => {
            change({ ...view, groupBy })
            panel.target.focus()
            onClose()
          }}
        />
      )}
      {panel.is === 'columns' && (
        <ColumnsPanel columns={view.columns} onChange={(columns) => change({ ...view, columns })} />
      )}
    </HoverCard>
  )
}
