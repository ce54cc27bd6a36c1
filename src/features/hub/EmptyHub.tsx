import { Link } from 'react-router-dom'
import { serviceName, SERVICES } from '../../model/resources/kinds.ts'
import { ServiceIcon } from '../../components/ServiceIcon.tsx'
import { useScope } from '../../queries/use-scope.ts'
import { DocumentationLink, SetUpLink } from './ServiceColumns.tsx'
import { SERVICE_TEXTS } from './services.ts'
import columns from './ServiceColumns.module.css'
import styles from './EmptyHub.module.css'

/** Everything was read and nothing is there: what each service is for, and why one might have expected more. */
export function EmptyHub() {
  return (
    <>
      <section className={styles.unsure} aria-labelledby="unsure">
        <div>
          <h2 id="unsure" className={styles.question}>
            Not sure which one fits
          </h2>
          <p className={styles.how}>
            Answer a few questions about bandwidth, sites and budget, and see what fits and why.
          </p>
        </div>
        <Link className={styles.choose} to="/choose">
          Help me choose
        </Link>
      </section>
      <ul className={`${columns.columns} ${columns.plain}`} aria-label="Services">
        {SERVICES.map((service) => (
          <li key={service} className={columns.column}>
            <div className={columns.head}>
              <span className={columns.icon} aria-hidden>
                <ServiceIcon service={service} />
              </span>
              <h2 className={columns.name}>{serviceName(service)}</h2>
            </div>
            <p className={columns.summary}>{SERVICE_TEXTS[service].summary}</p>
            <dl className={columns.facts}>
              {SERVICE_TEXTS[service].facts.map(({ label, text }) => (
                <div key={label} className={columns.fact}>
                  <dt>{label}</dt>
                  <dd>{text}</dd>
                </div>
              ))}
              <div className={columns.fact}>
                <dt>Fits</dt>
                <dd>{SERVICE_TEXTS[service].useCases.join(', ')}</dd>
              </div>
            </dl>
            <div className={columns.actions}>
              <SetUpLink service={service} />
              <DocumentationLink service={service} />
            </div>
          </li>
        ))}
      </ul>
      <Expected />
    </>
  )
}

function Expected() {
  const { subscriptions, selected, select } = useScope()
  const left = subscriptions.length - selected.length
  return (
    <section className={styles.expected} aria-labelledby="expected">
      <h2 id="expected" className={styles.title}>
        Expected something here
      </h2>
      <ul className={styles.reasons}>
        <li className={styles.reason}>
          <span>
            {selected.length} of {subscriptions.length} subscriptions {selected.length === 1 ? 'is' : 'are'}{' '}
            selected
          </span>
          {left > 0 && (
            <button type="button" className={styles.act} onClick={() => select('all')}>
              Select all {subscriptions.length}
            </button>
          )}
        </li>
        <li className={styles.reason}>
          Only subscriptions are read in which this account has at least the role Reader
        </li>
      </ul>
    </section>
  )
}
