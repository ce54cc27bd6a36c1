import { Button } from '@fluentui/react-components'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import type { Operation } from '../../model/operations/operation.ts'
import type { HubError } from '../../model/errors.ts'
import styles from './OperationsPage.module.css'

interface HeldUpProps {
  operation: Operation
  error: HubError
  onStop: () => void
}

/** Why an operation cannot be looked at, and the way out for what waits for it. */
export function HeldUp({ operation, error, onStop }: HeldUpProps) {
  return (
    <div className={styles.problem}>
      <div>
        {operation.by === 'deployment' ? (
          <p>
            It is looked at again every minute, and Azure goes on with it meanwhile. If you stop following it,
            how it ended is not known here.
          </p>
        ) : (
          <p>
            It is looked at again every minute, and other changes of <bdi>{operation.name}</bdi> wait for it.
            If you stop following it, they go, and Azure may still be at it: Azure then refuses them as busy,
            or they meet what it has done.
          </p>
        )}
        <span className={styles.actions}>
          <Button size="small" onClick={onStop}>
            Stop following
          </Button>
        </span>
      </div>
      <ErrorFacts error={error} />
    </div>
  )
}
