import type { TypicalTime } from '../model/operations/durations.ts'
import { progressOf } from '../model/operations/words.ts'
import { useTimeText } from './now.ts'
import styles from './TypicalBar.module.css'

/** How much of the typical time has gone: not how far Azure is, which nobody says. */
export function TypicalBar({ since, typical }: { since: number; typical: TypicalTime }) {
  const part = useTimeText((now) => progressOf(now - since, typical).toFixed(2))
  return (
    <span className={styles.bar} aria-hidden>
      <span className={styles.gone} style={{ inlineSize: `${Number(part) * 100}%` }} />
    </span>
  )
}
