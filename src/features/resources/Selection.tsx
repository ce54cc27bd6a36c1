import styles from './ResourcesPage.module.css'

interface SelectionProps {
  count: number
  /** How many of them the filters leave out. */
  hidden: number
  onClear: () => void
}

/** A selection outlives a change of filters, so it says what of it cannot be seen. */
export function Selection({ count, hidden, onClear }: SelectionProps) {
  return (
    <span className={styles.selection}>
      <span role="status">
        {count} selected{hidden > 0 && `, ${hidden} hidden by filters`}
      </span>
      <button type="button" className={styles.link} onClick={onClear}>
        Clear selection
      </button>
    </span>
  )
}
