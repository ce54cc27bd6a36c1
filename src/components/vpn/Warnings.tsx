import { VerdictIcon } from '../VerdictIcon.tsx'
import styles from './Parts.module.css'

/** What stands in the way or is unwise, each with its sign. */
export function Warnings({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => (
    <p key={text} className={styles.warning}>
      <VerdictIcon verdict="attention" alone />
      <span>{text}</span>
    </p>
  ))
}
