import { useMemo, useState } from 'react'
import { facet, fieldName } from '../../model/list/facets.ts'
import type { Row } from '../../model/list/row.ts'
import type { FilterField, ListView } from '../../model/list/view.ts'
import styles from './Panel.module.css'
import { useCoarseNow } from './use-coarse-now.ts'

interface FilterValuesProps {
  rows: readonly Row[]
  view: ListView
  field: FilterField
  chosen: readonly string[]
  onChange: (values: string[]) => void
}

const SEARCHED_FROM = 8
const SHOWN = 100

/** The values a field has under the rest of the view, with counts; several are one or the other. */
export function FilterValues({ rows, view, field, chosen, onChange }: FilterValuesProps) {
  const [text, setText] = useState('')
  const now = useCoarseNow(view)
  const values = useMemo(() => facet(rows, view, field, now), [rows, view, field, now])
  const wanted = text.trim().toLowerCase()
  const found = values.filter(({ label }) => label.toLowerCase().includes(wanted))
  const isChosen = (value: string) => chosen.some((one) => one.toLowerCase() === value.toLowerCase())

  function toggle(value: string) {
    onChange(
      isChosen(value)
        ? chosen.filter((one) => one.toLowerCase() !== value.toLowerCase())
        : [...chosen, value],
    )
  }

  if (values.length === 0) return <p className={styles.help}>Nothing that is shown has a value here.</p>
  return (
    <>
      {values.length > SEARCHED_FROM && (
        <input
          type="text"
          className={styles.input}
          aria-label={`Find in ${fieldName(field)}`}
          placeholder="Find a value"
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <fieldset className={styles.values}>
        <legend className={styles.hidden}>{fieldName(field)}</legend>
        {found.slice(0, SHOWN).map(({ value, label, count }) => (
          <label key={value} className={styles.value}>
            <input type="checkbox" checked={isChosen(value)} onChange={() => toggle(value)} />
            <span className={styles.valueText} title={label}>
              <bdi>{label}</bdi>
            </span>
            <span className={styles.count}>{count}</span>
          </label>
        ))}
      </fieldset>
      {found.length === 0 && <p className={styles.help}>No value contains that.</p>}
      {found.length > SHOWN && (
        <p className={styles.help}>
          The first {SHOWN} of {found.length}. Find one by a part of it.
        </p>
      )}
    </>
  )
}
