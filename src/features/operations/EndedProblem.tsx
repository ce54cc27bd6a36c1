import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { TOPICS } from '../../model/edits/topics.ts'
import type { Write } from '../../model/edits/write.ts'
import { writeProblem } from '../../model/edits/write-problem.ts'
import type { Operation, OperationState } from '../../model/operations/operation.ts'
import { actionPath, resourcePath } from '../../model/paths.ts'
import { filterRequests } from '../../model/requests/filter.ts'
import { subscriptionsQuery } from '../../queries/subscriptions-query.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useEdits } from '../../queries/use-edits.ts'
import { useRequestLog } from '../../queries/use-request-log.ts'
import styles from './OperationsPage.module.css'

interface EndedProblemProps {
  operation: Operation
  state: Extract<OperationState, { error: unknown; is: 'failed' | 'unknown' }>
  onShowRequests: (correlationId: string) => void
}

/** Why an operation was not carried out, and what to do next. */
export function EndedProblem({ operation, state, onShowRequests }: EndedProblemProps) {
  const { queue, ledger } = useEdits()
  const demo = useDemo() !== undefined
  const { data: subscriptions = [] } = useQuery(subscriptionsQuery(useAzure()))
  const requests = useRequestLog()
  const { key, name } = operation
  const { error } = state
  const { correlationId } = error
  const write = operation.by === 'browser' ? operation.write : undefined
  const words =
    state.is === 'failed' && write
      ? writeProblem(write, error, { during: state.during, demo, subscriptions })
      : undefined
  const isLogged =
    correlationId !== undefined &&
    filterRequests(requests, { text: correlationId, onlyFailures: false }).length > 0

  function tryAgain(again: Write) {
    ledger.drop(key)
    queue.add(again)
  }

  return (
    <div className={styles.problem}>
      <div>
        <p>
          <strong>
            <bdi>{words?.heading ?? heading(operation)}.</bdi>
          </strong>{' '}
          {words ? [...words.why, words.remedy].join(' ') : `Open ${name} and see how it stands.`}
        </p>
        <span className={styles.actions}>
          {write?.is === 'edit' && state.is === 'failed' && (
            <Button size="small" onClick={() => tryAgain(write)}>
              Try again
            </Button>
          )}
          {write && write.is !== 'edit' && (
            <Link className={styles.link} to={formPath(write)}>
              Open its form
            </Link>
          )}
          {isLogged && (
            <Button size="small" appearance="subtle" onClick={() => onShowRequests(correlationId)}>
              Show in request log
            </Button>
          )}
          <Button size="small" appearance="subtle" onClick={() => ledger.drop(key)}>
            Remove from list
          </Button>
        </span>
      </div>
      <ErrorFacts error={error} facts={words?.facts} />
    </div>
  )
}

function heading({ by, name, state }: Operation): string {
  if (state.is === 'unknown') return `It is not known whether this was done on ${name}`
  return by === 'azure' ? `A change of ${name} failed that was not started from this browser` : name
}

/** It says what a removal or an action stops, asks for the name, and takes a secret that is nowhere any more. */
function formPath({ id, topic }: Write): string {
  const known = TOPICS.find((one) => one === topic.split('/')[0])
  return known ? actionPath(id, known) : resourcePath(id)
}
