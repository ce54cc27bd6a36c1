import { Link } from 'react-router-dom'
import { ErrorFacts } from '../../../components/ErrorFacts.tsx'
import type { PlanRun } from '../../../model/deployments/run.ts'
import { type HubError, innerErrors } from '../../../model/errors.ts'
import { nameOfId } from '../../../model/paths.ts'
import { refusalWords } from '../../../model/rights/refusals.ts'
import { stepPath } from '../steps.ts'
import { refusalLink } from '../refusal-link.ts'
import styles from './Deploy.module.css'

/** Why one resource could not be made, and what to do about it. */
export function FailedResource({ id, error, run }: { id: string; error: HubError; run: PlanRun }) {
  const { draft } = run.origin
  return innerErrors(error).map((one, index) => {
    const refused = refusalWords(one)
    const { remedy, step, field } = refusalLink(one)
    return (
      <div key={index}>
        <p className={styles.text}>
          <strong>
            Azure could not create <bdi>{nameOfId(id)}</bdi>.
          </strong>{' '}
          <bdi>{refused?.what ?? ''}</bdi> <bdi>{refused?.remedy ?? remedy}</bdi>{' '}
          {step !== undefined && draft !== undefined && (
            <Link
              className={styles.link}
              to={stepPath(step, `?draft=${draft}${field === undefined ? '' : `#${field}`}`)}
            >
              Change it
            </Link>
          )}
        </p>
        <ErrorFacts
          error={{ ...one, ...(run.correlationId !== undefined && { correlationId: run.correlationId }) }}
          {...(refused?.facts && { facts: refused.facts })}
        />
      </div>
    )
  })
}
