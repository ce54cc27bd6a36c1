import { ChevronRightRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { fieldName } from '../../model/list/facets.ts'
import type { Row } from '../../model/list/row.ts'
import { FILTER_FIELDS, type Filter, type FilterField, type ListView } from '../../model/list/view.ts'
import { AgeFilter } from './AgeFilter.tsx'
import { FilterValues } from './FilterValues.tsx'
import { operatorsOf, operatorWord, withFilter } from './filters.ts'
import styles from './Panel.module.css'

interface FilterPanelProps {
  rows: readonly Row[]
  view: ListView
  onChange: (view: ListView) => void
  /** A chip was pressed: its field. */
  field?: FilterField
}

/** First the field, then how it compares and with what; every change shows in the list at once. */
export function FilterPanel({ rows, view, onChange, field: first }: FilterPanelProps) {
  const [field, setField] = useState(first)
  if (field === undefined) {
    return (
      <ul className={styles.choices}>
        {FILTER_FIELDS.map((choice) => (
          <li key={choice}>
            <button type="button" className={styles.choice} onClick={() => setField(choice)}>
              <span className={styles.valueText}>{fieldName(choice)}</span>
              <ChevronRightRegular aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    )
  }
  return <FieldFilter key={field} rows={rows} view={view} onChange={onChange} field={field} />
}

interface FieldFilterProps extends FilterPanelProps {
  field: FilterField
}

function FieldFilter({ rows, view, onChange, field }: FieldFilterProps) {
  const operators = operatorsOf(field)
  const [draft, setDraft] = useState<Filter>(
    () =>
      view.filters.find((filter) => filter.field === field) ?? {
        field,
        operator: operators[0] ?? 'is',
        values: [],
      },
  )

  function change(next: Filter) {
    setDraft(next)
    onChange(withFilter(view, next))
  }

  return (
    <div className={styles.panel} ref={focusFirst}>
      <p className={styles.legend}>{fieldName(field)}</p>
      {operators.length > 1 && (
        <div className={styles.operators} role="group" aria-label="How it compares">
          {operators.map((operator) => (
            <button
              key={operator}
              type="button"
              className={styles.operator}
              aria-pressed={draft.operator === operator}
              onClick={() => {
                // Text that is contained is no whole value, so only is and is not share theirs.
                const kept = (draft.operator === 'has') === (operator === 'has') ? draft.values : []
                change({ ...draft, operator, values: kept })
              }}
            >
              {operatorWord(operator)}
            </button>
          ))}
        </div>
      )}
      {draft.operator === 'has' && (
        <input
          type="text"
          className={styles.input}
          aria-label={`${fieldName(field)} contains`}
          value={draft.values[0] ?? ''}
          onChange={({ target: { value } }) => change({ ...draft, values: value === '' ? [] : [value] })}
        />
      )}
      {draft.operator === 'over' && (
        <AgeFilter seconds={draft.values[0]} onChange={(values) => change({ ...draft, values })} />
      )}
      {(draft.operator === 'is' || draft.operator === 'not') && (
        <FilterValues
          rows={rows}
          view={view}
          field={field}
          chosen={draft.values}
          onChange={(values) => change({ ...draft, values })}
        />
      )}
    </div>
  )
}

/** The button that led here is gone, and the focus must not go with it. */
function focusFirst(panel: HTMLElement | null) {
  const first = panel?.querySelector<HTMLElement>('input') ?? panel?.querySelector<HTMLElement>('button')
  first?.focus({ preventScroll: true })
}
