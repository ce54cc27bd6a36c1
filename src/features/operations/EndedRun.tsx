import { Button } from '@fluentui/react-components'
import { Link } from 'react-router-dom'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { type PlanRun, readyWords, runPath } from '../../model/deployments/run.ts'
import { type HubError, innerErrors } from '../../model/errors.ts'
import { useEdits } from '../../queries/use-edits.ts'
import styles from './OperationsPage.module.css'

interface EndedRunProps {
  run: PlanRun
  error: HubError
  onShowRequests: (correlationId: string) => void
}

/** Why a run did not come to its end: each resource that failed, and the way to go on. */
export function EndedRun({ run, error, onShowRequests }: EndedRunProps) {
  const { runs } = useEdits()
  const { correlationId = error.correlationId } = run
  return (
    <>
      {innerErrors(error).map((one, index) => (
        <div className={styles.problem} key={index}>
          <div>
            <p>
              <strong>
                <bdi>{one.target?.split('/').at(-1) ?? run.name}</bdi>.
              </strong>{' '}
              {index === 0 &&
                `${readyWords(run)}. Open the run to see what is, to change the plan and go on.`}
            </p>
            {index === 0 && (
              <span className={styles.actions}>
                <Link className={styles.link} to={runPath(run)}>
                  Open the run
                </Link>
                {correlationId !== undefined && (
                  <Button size="small" appearance="subtle" onClick={() => onShowRequests(correlationId)}>
                    Show in request log
                  </Button>
                )}
                <Button size="small" appearance="subtle" onClick={() => runs.drop(run.key)}>
                  Remove from list
                </Button>
              </span>
            )}
          </div>
          <ErrorFacts error={one} />
        </div>
      ))}
    </>
  )
}
