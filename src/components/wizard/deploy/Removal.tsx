import { WriteStatus, type WriteStatusProps } from '../../writes/WriteStatus.tsx'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import styles from './Deploy.module.css'

interface RemovalProps {
  writes: readonly QueuedWrite[]
  /** How one of them stands; the same function for good. */
  useStatus: (write: QueuedWrite) => WriteStatusProps
}

/** How the removal of what a run created goes on: one after another. */
export function Removal({ writes, useStatus }: RemovalProps) {
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
            <One write={write} useStatus={useStatus} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function One({ write, useStatus }: { write: QueuedWrite } & Pick<RemovalProps, 'useStatus'>) {
  return <WriteStatus {...useStatus(write)} done={<p className={styles.text}>It is gone.</p>} />
}
