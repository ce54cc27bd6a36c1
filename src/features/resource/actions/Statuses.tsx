import { newestWrites } from '../../../model/edits/newest-writes.ts'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { Done } from './Done.tsx'
import { Status } from './Status.tsx'
import type { Resource } from '../../../model/resources/resource.ts'
import styles from './Statuses.module.css'

interface StatusesProps {
  writes: readonly QueuedWrite[]
  /** What they are about, while it is there: what can be put back. */
  resource?: Resource | undefined
}

/** How each write stands, in the order they are sent; of one action that was done again only the last. */
export function Statuses({ writes: all, resource }: StatusesProps) {
  const writes = newestWrites(all)
  if (writes.length === 0) return null
  return (
    <ul className={styles.list}>
      {writes.map((write) => (
        <li key={write.key}>
          {/* What is done says itself what it was. */}
          {writes.length > 1 && write.state.is !== 'done' && (
            <span className={styles.what}>{write.write.what}: </span>
          )}
          <Status write={write} done={<Done write={write} resource={resource} />} />
        </li>
      ))}
    </ul>
  )
}
