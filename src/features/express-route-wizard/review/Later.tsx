import { Link } from 'react-router-dom'
import { sentenceList } from '../../../model/format.ts'
import { useWizard } from '../wizard.ts'
import styles from '../Notice.module.css'

/** What of a circuit cannot be made yet, and why: the rest need not wait for it. */
export function Later() {
  const { plans, pathOf } = useWizard()
  const { plan, later } = plans.connect
  if (later.length === 0) return null
  return (
    <section className={styles.notice} aria-labelledby="later">
      <h2 className={styles.heading} id="later">
        What has to wait
      </h2>
      <ul className={styles.list}>
        {later.map(({ circuit, name, resources, why }) => (
          <li key={circuit}>
            <strong>
              <bdi>{name}</bdi>
            </strong>
            : {sentenceList(resources.map(({ what }) => `the ${what}`))}. <bdi>{why}</bdi>
          </li>
        ))}
      </ul>
      <p className={styles.text}>
        {plan.resources.length > 0
          ? 'What is possible now is created. Come back to this draft for the rest: what is ready is left out then.'
          : 'Nothing else is missing. Come back to this draft then.'}{' '}
        <Link className={styles.link} to={pathOf('provider')}>
          See how the provider is doing
        </Link>
      </p>
    </section>
  )
}
