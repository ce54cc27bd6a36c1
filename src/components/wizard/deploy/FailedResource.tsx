import { Link } from 'react-router-dom'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { type HubError, innerErrors } from '../../../model/errors.ts'
import { nameOfId } from '../../../model/paths.ts'
import { ErrorFacts } from '../../ErrorFacts.tsx'
import { type KnownRefusal, refusalText } from '../refusal-text.ts'
import { stepPath, titleOf, useShownWizard } from '../shown-wizard.ts'
import styles from './Deploy.module.css'

interface FailedResourceProps {
  id: string
  error: HubError
  run: PlanRun
  knownRefusal: KnownRefusal
}

/** Why one resource could not be made, and what to do about it. */
export function FailedResource({ id, error, run, knownRefusal }: FailedResourceProps) {
  const wizard = useShownWizard()
  const { draft } = run.origin
  return innerErrors(error).map((one, index) => {
    const { text, step, field, facts } = refusalText(one, knownRefusal, id)
    const told = one.correlationId ?? run.correlationId
    return (
      <div key={index}>
        <p className={styles.text}>
          <strong>
            Azure did not create <bdi>{nameOfId(id)}</bdi>.
          </strong>{' '}
          <bdi>{text}</bdi>{' '}
          {step !== undefined && draft !== undefined && (
            <Link
              className={styles.link}
              to={`${stepPath(step, `?draft=${draft}`, wizard)}${field === undefined ? '' : `#${field}`}`}
            >
              Go to {titleOf(step, wizard)}
            </Link>
          )}
        </p>
        <ErrorFacts error={{ ...one, ...(told !== undefined && { correlationId: told }) }} facts={facts} />
      </div>
    )
  })
}
