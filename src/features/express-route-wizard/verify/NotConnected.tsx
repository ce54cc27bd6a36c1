import { useId } from 'react'
import { Link } from 'react-router-dom'
import styles from '../../../components/wizard/Verify.module.css'
import { useWizard } from '../wizard.ts'
import type { LooseTarget } from './targets.ts'

/** A circuit of the set-up that is not connected yet: what it waits for, and where to go on. */
export function NotConnected({ circuit, name }: LooseTarget) {
  const { plans, pathOf } = useWizard()
  const heading = useId()
  const waits = plans.connect.later.find((one) => one.circuit === circuit)
  return (
    <section className={styles.section} aria-labelledby={heading}>
      <div className={styles.head}>
        <h2 className={styles.heading} id={heading}>
          <bdi>{name}</bdi>
        </h2>
        <span className={styles.quiet}>not connected yet</span>
      </div>
      <p className={styles.text}>
        {waits ? <bdi>{waits.why}</bdi> : 'Nothing keeps it from being connected.'}{' '}
        <Link className={styles.link} to={pathOf(waits ? 'provider' : 'review')}>
          {waits ? 'See how far the providers are' : 'Review what is left'}
        </Link>
      </p>
    </section>
  )
}
