import { Link } from 'react-router-dom'
import { ErrorFacts } from '../../../components/ErrorFacts.tsx'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { type HubError, innerErrors } from '../../../model/errors.ts'
import { nameOfId } from '../../../model/paths.ts'
import { refusalText } from '../refusal.ts'
import { STEP_TITLES, stepPath } from '../steps.ts'
import styles from './Deploy.module.css'

/** Why one resource could not be made, and what to do about it. */
export function FailedResource({ id, error, run }: { id: string; error: HubError; run: PlanRun }) {
  const { draft } = run.origin
  return innerErrors(error).map((one, index) => {
    const { text, step, field, facts } = refusalText(one)
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
              to={`${stepPath(step, `?draft=${draft}`)}${field === undefined ? '' : `#${field}`}`}
            >
              Go to {STEP_TITLES[step]}
            </Link>
          )}
        </p>
        <ErrorFacts error={{ ...one, ...(told !== undefined && { correlationId: told }) }} facts={facts} />
      </div>
    )
  })
}
