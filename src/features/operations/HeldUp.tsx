import { Button } from '@fluentui/react-components'
import { ErrorFacts } from '../../components/ErrorFacts.tsx'
import type { HubError } from '../../model/errors.ts'
import styles from './OperationsPage.module.css'

interface HeldUpProps {
  name: string
  error: HubError
  onStop: () => void
}

/** Why an operation cannot be looked at, and the way out for what waits for it. */
export function HeldUp({ name, error, onStop }: HeldUpProps) {
  return (
    <div className={styles.problem}>
      <div>
        <p>
          It is looked at again every minute, and other changes of <bdi>{name}</bdi> wait for it. If you stop
          following it, they go, and Azure may still be at it: Azure then refuses them as busy, or they meet
          what it has done.
        </p>
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
