import { Link } from 'react-router-dom'
import { Elapsed } from '../../components/Elapsed.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { runPath } from '../../model/deployments/run.ts'
import { resourcePath } from '../../model/paths.ts'
import { isRunning, type Operation } from '../../model/operations/operation.ts'
import { operationName, stateVerdict, stateWord } from '../../model/operations/words.ts'
import styles from './OperationsPanel.module.css'

interface OperationsPanelProps {
  operations: readonly Operation[]
  onFollow: () => void
}

const ENDS_SHOWN = 5

/** What runs, and what ended last; the page has the rest. */
export function OperationsPanel({ operations, onFollow }: OperationsPanelProps) {
  const running = operations.filter(isRunning)
  const ended = operations.filter((one) => !isRunning(one)).slice(0, ENDS_SHOWN)
  return (
    <>
      <h2 className={styles.title}>Operations</h2>
      {operations.length === 0 && <p className={styles.quiet}>Nothing was changed from this browser yet.</p>}
      <ul className={styles.items}>
        {[...running, ...ended].map((operation) => (
          <li key={operation.key} className={styles.item}>
            <VerdictIcon verdict={stateVerdict(operation.state)} />
            <span className={styles.what}>
              {operationName(operation)}{' '}
              <Link
                to={operation.by === 'deployment' ? runPath(operation) : resourcePath(operation.id)}
                className={styles.link}
                onClick={onFollow}
              >
                <bdi>{operation.name}</bdi>
              </Link>
              <span className={styles.quiet}>
                {stateWord(operation.state)} · <Elapsed operation={operation} />
              </span>
            </span>
          </li>
        ))}
      </ul>
      <Link to="/operations" className={styles.link} onClick={onFollow}>
        All operations
      </Link>
    </>
  )
}
