import { WriteStatus } from '../../../components/writes/WriteStatus.tsx'
import type { QueuedWrite } from '../../../model/edits/write-state.ts'
import { keyOf, nameOfId } from '../../../model/paths.ts'
import { useEstate } from '../../../queries/use-estate.ts'
import { useWriteStatus } from '../../../queries/use-write-status.ts'
import styles from './Deploy.module.css'

interface RemovalProps {
  /** ARM ids of what was asked to go here, in its order. */
  asked: readonly string[]
  writes: readonly QueuedWrite[]
}

/** How the removal of what a run created goes on: one after another. What is gone has no write any more. */
export function Removal({ asked, writes }: RemovalProps) {
  const { estate } = useEstate()
  const ids = asked.length > 0 ? asked : writes.map(({ write }) => write.id)
  if (ids.length === 0) return null
  return (
    <section aria-labelledby="removal">
      <h2 className={styles.heading} id="removal">
        Removal
      </h2>
      <ul className={styles.removal} role="status">
        {ids.map((id) => {
          const write = writes.find((one) => keyOf(one.write.id) === keyOf(id))
          return (
            <li key={id}>
              <strong>
                <bdi>{nameOfId(id)}</bdi>
              </strong>
              {write ? (
                <One write={write} />
              ) : (
                <p className={styles.text}>
                  {estate.resources.get(keyOf(id)) ? 'It was not removed.' : 'It is gone.'}
                </p>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function One({ write }: { write: QueuedWrite }) {
  return <WriteStatus {...useWriteStatus(write)} done={<p className={styles.text}>It is gone.</p>} />
}
