import { Link } from 'react-router-dom'
import { Elapsed } from '../../components/Elapsed.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { typicalWords } from '../../model/operations/durations.ts'
import { operationName, startedBy, stateVerdict } from '../../model/operations/words.ts'
import { keyOf } from '../../model/paths.ts'
import { useRunningOn, useTypicalTimes } from '../../queries/use-operations.ts'
import styles from './RunningLine.module.css'

/** What runs on a resource, of this browser or noted on Azure; nothing where nothing does. */
export function RunningLine({ id }: { id: string }) {
  const operation = useRunningOn(id)
  const typicalOf = useTypicalTimes()
  if (!operation) return null
  const typical = operation.by === 'browser' ? typicalOf(operation.write) : undefined
  return (
    <p className={styles.line}>
      <VerdictIcon verdict={stateVerdict(operation.state)} />
      <span>
        {operationName(operation)}
        {keyOf(operation.id) !== keyOf(id) && (
          <>
            {' '}
            of <bdi>{operation.name}</bdi>
          </>
        )}
        , {startedBy(operation)}, for <Elapsed operation={operation} />
        {typical && `; typically ${typicalWords(typical)}`}.{' '}
        <Link className={styles.link} to="/operations">
          Operations
        </Link>
      </span>
    </p>
  )
}
