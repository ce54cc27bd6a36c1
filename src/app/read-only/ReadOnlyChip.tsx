import { DismissRegular, LockClosedRegular } from '@fluentui/react-icons'
import { readOnlyStore, useReadOnly } from '../../queries/use-read-only.ts'
import styles from './ReadOnlyChip.module.css'

/** Says for as long as it is on that this browser refuses every change; and turns it off. */
export function ReadOnlyChip() {
  if (!useReadOnly()) return null
  return (
    <span className={styles.chip}>
      <LockClosedRegular aria-hidden />
      Read-only
      <button
        type="button"
        className={styles.off}
        aria-label="Turn read-only off"
        title="Turn read-only off"
        onClick={() => readOnlyStore.set(false)}
      >
        <DismissRegular aria-hidden />
      </button>
    </span>
  )
}
