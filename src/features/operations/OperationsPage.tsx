import { Button } from '@fluentui/react-components'
import { NotifyButton } from '../../components/NotifyButton.tsx'
import { useTimeText } from '../../components/now.ts'
import { isRunning } from '../../model/operations/operation.ts'
import { operationsHeadline } from '../../model/operations/words.ts'
import { useEdits } from '../../queries/use-edits.ts'
import { useNotify } from '../../queries/use-notify.ts'
import { useOperations } from '../../queries/use-operations.ts'
import { Finished } from './Finished.tsx'
import { HeldUp } from './HeldUp.tsx'
import { OperationRow } from './OperationRow.tsx'
import { OperationTable } from './OperationTable.tsx'
import styles from './OperationsPage.module.css'
import { Unsent } from './Unsent.tsx'

interface OperationsPageProps {
  /** Opens the request log on what has this correlation id. */
  onShowRequests: (correlationId: string) => void
}

/** Everything that was started from this browser, and what others have under way: what runs first, then how the rest ended. */
export function OperationsPage({ onShowRequests }: OperationsPageProps) {
  const operations = useOperations()
  const { ledger, runs } = useEdits()
  const notify = useNotify()
  const headline = useTimeText((now) => operationsHeadline(operations, now))
  const running = operations.filter(isRunning)
  const ended = operations.filter((one) => !isRunning(one))
  return (
    <div className={styles.page}>
      <title>Operations · Hybrid Connectivity Hub</title>
      <div className={styles.head}>
        <h1 className={styles.title} tabIndex={-1}>
          {headline}
        </h1>
        <span className={styles.buttons}>
          <NotifyButton state={notify.state} onChange={() => void notify.change()} />
          <Button
            disabledFocusable={ended.length === 0}
            onClick={() => {
              ledger.clearFinished()
              runs.clearFinished()
            }}
          >
            Clear finished
          </Button>
        </span>
      </div>
      <p className={styles.note}>
        Everything started from this browser, kept over reloads, and what others have in progress on your
        resources.
      </p>
      <Unsent />
      <section aria-labelledby="running">
        <h2 className={styles.section} id="running">
          Running <span className={styles.count}>{running.length}</span>
        </h2>
        {running.length === 0 ? (
          <p className={styles.note}>
            Nothing runs. A change, a reset or a deletion that you start on a resource’s page is listed here
            until it ends.
          </p>
        ) : (
          <OperationTable label="Running operations">
            {running.map((operation) => (
              <OperationRow key={operation.key} operation={operation}>
                {operation.state.is === 'running' && operation.state.heldUp ? (
                  <HeldUp
                    operation={operation}
                    error={operation.state.heldUp}
                    onStop={() => (operation.by === 'deployment' ? runs : ledger).stop(operation.key)}
                  />
                ) : undefined}
              </OperationRow>
            ))}
          </OperationTable>
        )}
      </section>
      <Finished operations={ended} onShowRequests={onShowRequests} />
    </div>
  )
}
