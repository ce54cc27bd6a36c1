import { Link } from 'react-router-dom'
import { runPath } from '../../../model/deployments/run.ts'
import { VerdictIcon } from '../../VerdictIcon.tsx'
import { FieldLink } from '../FieldLink.tsx'
import type { Obstacle } from './in-the-way.ts'
import styles from './Review.module.css'

/** What keeps the plan from being carried out, with the way to put it right. */
export function Obstacles({ obstacle }: { obstacle: Obstacle | undefined }) {
  if (!obstacle) return null
  const { words, step, field, run } = obstacle
  return (
    <div className={styles.obstacle} role="alert">
      <VerdictIcon verdict="attention" />
      <p className={styles.text}>
        <bdi>{words.what}</bdi> {words.remedy} {step !== undefined && <FieldLink step={step} field={field} />}
        {run && (
          <Link className={styles.link} to={runPath(run)}>
            Show how far it is
          </Link>
        )}
      </p>
    </div>
  )
}
