import type { Subscription } from '../../../model/inventory.ts'
import type { Known } from '../../../model/rights/decide.ts'
import { isWithin, type Lock } from '../../../model/rights/lock.ts'
import { placeName } from '../../../model/rights/words.ts'
import styles from './Rights.module.css'

interface LocksProps {
  locks: Known<readonly Lock[]>
  /** ARM id of the resource. */
  scope: string
  subscriptions: readonly Subscription[]
}

/** The locks that hold here, with what whoever put them on wrote. */
export function Locks({ locks, scope, subscriptions }: LocksProps) {
  if (locks.is === 'reading') return null
  if (locks.is === 'failed')
    return <p className={styles.locks}>Whether a lock holds here could not be read ({locks.error.code}).</p>
  if (locks.value.length === 0) return <p className={styles.locks}>No lock holds here.</p>
  return (
    <ul className={styles.locks}>
      {locks.value.map((lock) => (
        <li key={lock.id}>
          Lock <bdi className={styles.name}>{lock.name}</bdi> (<bdi>{lock.level}</bdi>){' '}
          {isWithin(scope, lock.scope) ? 'on' : 'inside, on'}{' '}
          <bdi>{placeName(lock.scope, subscriptions)}</bdi>
          {lock.notes !== undefined && (
            <>
              : <bdi>{lock.notes}</bdi>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
