import { Link } from 'react-router-dom'
import { Elapsed } from '../../components/Elapsed.tsx'
import { VerdictIcon } from '../../components/VerdictIcon.tsx'
import { runPath } from '../../model/deployments/run.ts'
import { resourcePath } from '../../model/paths.ts'
import { isRunning } from '../../model/operations/operation.ts'
import { operationName, stateVerdict, stateWord } from '../../model/operations/words.ts'
import { useOperations } from '../../queries/use-operations.ts'
import { FloatingPanel } from '../../ui/FloatingPanel.tsx'
import styles from './OperationsPanel.module.css'

interface OperationsPanelProps {
  anchor: HTMLElement | undefined
  onClose: () => void
}

const ENDS_SHOWN = 5

/** What runs, and what ended last; the page has the rest. */
export function OperationsPanel({ anchor, onClose }: OperationsPanelProps) {
  const operations = useOperations()
  const running = operations.filter(isRunning)
  const ended = operations.filter((one) => !isRunning(one)).slice(0, ENDS_SHOWN)
  return (
    <FloatingPanel anchor={anchor} label="Running and finished operations" onClose={onClose}>
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
                onClick={onClose}
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
      <Link to="/operations" className={styles.link} onClick={onClose}>
        All operations
      </Link>
    </FloatingPanel>
  )
}
