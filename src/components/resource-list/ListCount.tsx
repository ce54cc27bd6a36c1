import styles from './ListCount.module.css'
import type { EstatePhase, ListRows } from './use-list-rows.ts'

interface ListCountProps {
  list: ListRows
  /** Of all that is counted. */
  total: number
  phase: EstatePhase
  /** How far the subscriptions in scope have been read. */
  read?: { done: number; of: number }
}

/** How much is shown, what is still being read, and the offer to sort anew when that would change something. */
export function ListCount({ list, total, phase, read }: ListCountProps) {
  const counted = list.shown.filter(({ service }) => service !== undefined).length
  const related = list.shown.length - counted
  const shown = counted === total ? `${total}` : `${counted} of ${total} shown`
  return (
    <span className={styles.count}>
      <span role="status">
        {phase === 'starting' ? 'Reading' : related === 0 ? shown : `${shown}, ${related} related`}
        {phase === 'lists' && (read ? `, ${read.done} of ${read.of} subscriptions read` : ', reading lists')}
        {phase === 'statuses' && ', reading statuses'}
        {list.moved && '. Statuses have arrived.'}
      </span>
      {list.moved && (
        <button type="button" className={styles.again} onClick={list.sortAgain}>
          Sort again
        </button>
      )}
    </span>
  )
}
