import { Button } from '@fluentui/react-components'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { ActionButton } from '../../components/ActionButton.tsx'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import { type Topic, TOPICS } from '../../model/edits/topics.ts'
import type { Write } from '../../model/edits/write.ts'
import { writeProblem } from '../../model/edits/write-problem.ts'
import type { Subscription } from '../../model/inventory.ts'
import type { Operation, OperationState } from '../../model/operations/operation.ts'
import { actionPath, parentId, resourcePath } from '../../model/paths.ts'
import { filterRequests } from '../../model/requests/filter.ts'
import { subscriptionsQuery } from '../../queries/subscriptions-query.ts'
import { useAzure } from '../../queries/use-azure.ts'
import { useDemo } from '../../queries/use-demo.ts'
import { useEdits } from '../../queries/use-edits.ts'
import { useRequestLog } from '../../queries/use-request-log.ts'
import { useRight } from '../../queries/use-rights.ts'
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
          {write && !isForItsForm(write) && state.is === 'failed' && (
            <AgainButton write={write} subscriptions={subscriptions} onClick={() => tryAgain(write)} />
          )}
          {write && isForItsForm(write) && (
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

interface AgainButtonProps {
  write: Write
  subscriptions: readonly Subscription[]
  onClick: () => void
}

/** Needs what its form would need; of something new that is asked of what it comes to stand in. */
function AgainButton({ write, subscriptions, onClick }: AgainButtonProps) {
  const isNew = write.is === 'edit' && write.method === 'PUT' && write.creates === true
  const within = parentId(write.id) ?? write.id.split('/').slice(0, 5).join('/')
  const right = useRight(write.action, isNew ? within : write.id)
  return (
    <ActionButton
      label="Try again"
      size="small"
      right={right}
      subscriptions={subscriptions}
      onClick={onClick}
    />
  )
}

function heading({ by, name, state }: Operation): string {
  if (state.is === 'unknown') return `It is not known whether this was done on ${name}`
  return by === 'azure' ? `A change of ${name} failed that was not started from this browser` : name
}

/** What stops traffic for longer, or asks for a name before it is sent. */
const STOPPING: readonly Topic[] = ['sku', 'active-active', 'nat-rules', 'point-to-site']

/** The form says what it stops, looks at rights and locks, asks for the name, and takes a secret that is nowhere any more. */
function isForItsForm(write: Write): boolean {
  const topic = topicOf(write)
  return write.is !== 'edit' || (topic !== undefined && STOPPING.includes(topic))
}

/** A form may have several writes: `reset/0`. */
function topicOf({ topic }: Write): Topic | undefined {
  return TOPICS.find((one) => one === topic.split('/')[0])
}

function formPath(write: Write): string {
  const topic = topicOf(write)
  // A form of another resource's page may have made it: see `topicOf` of model/edits.
  const [, formOf = write.id] = /^[^/]+\/of(\/.+)$/.exec(write.topic) ?? []
  return topic ? actionPath(formOf, topic) : resourcePath(write.id)
}
