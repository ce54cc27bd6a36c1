import { useState } from 'react'
import { columnName } from '../../model/list/csv.ts'
import { COLUMNS, DEFAULT_COLUMNS, type ColumnId } from '../../model/list/view.ts'
import styles from './Panel.module.css'

interface ColumnsPanelProps {
  columns: readonly ColumnId[]
  onChange: (columns: ColumnId[]) => void
}

/** Which columns there are. A name is always shown: without it a row is nothing. */
export function ColumnsPanel({ columns, onChange }: ColumnsPanelProps) {
  // The address answers only after a transition; a checkbox answers at once.
  const [draft, setDraft] = useState(columns)

  function change(next: ColumnId[]) {
    setDraft(next)
    onChange(next)
  }

  function toggle(column: ColumnId) {
    change(COLUMNS.filter((known) => (known === column) !== draft.includes(known)))
  }

  return (
    <div className={styles.panel}>
      <fieldset className={styles.values}>
        <legend className={styles.legend}>Columns</legend>
        {COLUMNS.map((column) => (
          <label key={column} className={styles.value}>
            <input
              type="checkbox"
              checked={draft.includes(column)}
              disabled={column === 'name'}
              onChange={() => toggle(column)}
            />
            <span className={styles.valueText}>{columnName(column)}</span>
          </label>
        ))}
      </fieldset>
      <p className={styles.help}>Where there is no room for all, SKU and subscription go first.</p>
      <button type="button" className={styles.link} onClick={() => change([...DEFAULT_COLUMNS])}>
        Show the usual columns
      </button>
    </div>
  )
}
