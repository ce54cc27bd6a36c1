import { Link } from 'react-router-dom'
import styles from '../../../components/wizard/Verify.module.css'
import { type PlanRun, runPath } from '../../../model/deployments/run.ts'
import { useWizard } from '../wizard.ts'

/** Nothing is connected yet: where to go on. */
export function NotYet({ run }: { run: PlanRun | undefined }) {
  const { pathOf } = useWizard()
  return (
    <>
      <h1 className={styles.title} tabIndex={-1}>
        No circuit is connected yet
      </h1>
      <p className={styles.text}>
        {run ? (
          <Link className={styles.link} to={runPath(run)}>
            See how far the deployment is
          </Link>
        ) : (
          'A connection is made by the step Deploy, once its circuit has its peering.'
        )}{' '}
        <Link className={styles.link} to={pathOf('provider')}>
          See how far the providers are
        </Link>
      </p>
    </>
  )
}
