import { useState, type ReactNode } from 'react'
import styles from './FieldValueView.module.css'

const SHOWN = 8

/** Values after one another. A long list shows its beginning and how many more there are. */
export function ListValue({ items, label }: { items: readonly ReactNode[]; label: string }) {
  const [all, setAll] = useState(false)
  if (items.length === 0) return <span className={styles.absent}>none</span>
  const shown = all ? items : items.slice(0, SHOWN)
  const hidden = items.length - SHOWN
  return (
    <ul className={styles.list}>
      {shown.map((item, index) => (
        // A list of values has no identity but its order, and is never edited.
        <li key={index}>{item}</li>
      ))}
      {hidden > 0 && (
        <li>
          <button
            type="button"
            className={styles.button}
            aria-expanded={all}
            aria-label={all ? `Show fewer of ${label}` : `Show ${hidden} more of ${label}`}
            onClick={() => setAll(!all)}
          >
            {all ? 'Show fewer' : `${hidden} more`}
          </button>
        </li>
      )}
    </ul>
  )
}
