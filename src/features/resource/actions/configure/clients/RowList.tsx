import { Button } from '@fluentui/react-components'
import { AddRegular, DeleteRegular } from '@fluentui/react-icons'
import { type ReactNode, useId, useRef } from 'react'
import type { ListRow } from '../../../../../model/edits/client-lists.ts'
import styles from './RowList.module.css'

interface RowListProps<R extends ListRow> {
  legend: string
  help: string
  rows: readonly R[]
  /** For the button that takes a row away; empty where nothing is typed yet. */
  nameOf: (row: R) => string
  /** Absent: the rows are given. */
  add?: string | undefined
  /** What is wrong with the list as a whole. */
  wrong?: string | undefined
  onAdd: (key: number) => void
  onRemove: (row: R) => void
  children: (row: R) => ReactNode
}

/** The items of a list, one to a row: those there are can be taken away, and new ones added. */
export function RowList<R extends ListRow>({
  legend,
  help,
  rows,
  nameOf,
  add,
  wrong,
  onAdd,
  onRemove,
  children,
}: RowListProps<R>) {
  const list = useRef<HTMLFieldSetElement>(null)
  const id = useId()

  /** Once it is drawn. */
  function focus(selector: string) {
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>(selector)?.focus())
  }

  function addRow() {
    const key = Math.max(-1, ...rows.map((row) => row.key)) + 1
    onAdd(key)
    focus(`[data-row="${key}"] :is(input, textarea, select)`)
  }

  function remove(row: R) {
    const at = rows.indexOf(row)
    const next = rows[at + 1] ?? rows[at - 1]
    onRemove(row)
    focus(next === undefined ? '[data-add]' : `[data-row="${next.key}"] [data-remove]`)
  }

  return (
    <fieldset ref={list} className={styles.group} aria-describedby={`${id}help`}>
      <legend>{legend}</legend>
      <p id={`${id}help`} className={styles.help}>
        {help}
      </p>
      {rows.length > 0 && (
        <ul className={styles.rows} aria-label={legend}>
          {rows.map((row, index) => (
            <li key={row.key} data-row={row.key} className={styles.row}>
              <div className={styles.fields}>{children(row)}</div>
              {add !== undefined && (
                <Button
                  appearance="subtle"
                  icon={<DeleteRegular />}
                  data-remove
                  title="Remove"
                  aria-label={`Remove ${nameOf(row) || `row ${index + 1}`}`}
                  onClick={() => remove(row)}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {wrong !== undefined && <p className={styles.wrong}>{wrong}</p>}
      {add !== undefined && (
        <Button size="small" icon={<AddRegular />} data-add onClick={addRow}>
          {add}
        </Button>
      )}
    </fieldset>
  )
}
