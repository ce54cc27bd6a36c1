import { WriteStatus } from '../../../components/writes/WriteStatus.tsx'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { useWriteStatus } from '../../../queries/use-write-status.ts'
import styles from './Deploy.module.css'

/** How the removal of what a run created goes on: one after another. */
export function Removal({ writes }: { writes: readonly QueuedWrite[] }) {
  return (
    <section role="status" aria-atomic={false} aria-labelledby="removal">
      <h2 className={styles.heading} id="removal">
        Removal
      </h2>
      <ul className={styles.removal}>
        {writes.map((write) => (
          <li key={write.key}>
            <strong>
              <bdi>{write.write.name}</bdi>
            </strong>
            <One write={write} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ write }: { write: QueuedWrite }) {
  return <WriteStatus {...useWriteStatus(write)} done={<p className={styles.text}>It is gone.</p>} />
}
