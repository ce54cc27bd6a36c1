import { ChevronRightRegular, OpenRegular } from '@fluentui/react-icons'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { ServiceIcon } from '../../components/ServiceIcon.tsx'
import { SERVICE_WORDS } from '../../model/choose/services.ts'
import { serviceName, SERVICES, type Service } from '../../model/resources/kinds.ts'
import styles from './Services.module.css'

/** The three services side by side: what each is for, when, and when not. */
export function Services({ open }: { open: boolean }) {
  // Folded for whoever comes back with answers; from then on it is theirs to open and close.
  const [begins] = useState(open)
  return (
    <details className={styles.fold} open={begins}>
      <summary>
        <ChevronRightRegular aria-hidden /> <h2 className={styles.title}>What each service is for</h2>
      </summary>
      <ul className={styles.services} aria-label="Services">
        {SERVICES.map((service) => (
          <li key={service} className={styles.service}>
            <OneService service={service} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function OneService({ service }: { service: Service }) {
  const { what, when, whenNot, uses, start, documentation } = SERVICE_WORDS[service]
  return (
    <>
      <div className={styles.head}>
        <span className={styles.icon} aria-hidden>
          <ServiceIcon service={service} />
        </span>
        <h3 className={styles.name}>{serviceName(service)}</h3>
      </div>
      <p className={styles.what}>{what}</p>
      <dl className={styles.facts}>
        <div>
          <dt>When</dt>
          <dd>{when}</dd>
        </div>
        <div>
          <dt>When not</dt>
          <dd>{whenNot}</dd>
        </div>
      </dl>
      <details className={styles.uses}>
        <summary>
          <ChevronRightRegular aria-hidden /> {uses.length} use cases
          <span className={styles.hidden}> of {serviceName(service)}</span>
        </summary>
        <dl>
          {uses.map(({ use, fit, why }) => (
            <div key={use}>
              <dt>
                {use} <span className={styles.fit}>{fit}</span>
              </dt>
              <dd>{why}</dd>
            </div>
          ))}
        </dl>
      </details>
      <Link className={styles.start} to={start.to}>
        {start.label}
      </Link>
      <ul className={styles.documentation} aria-label={`Documentation of ${serviceName(service)}`}>
        {documentation.map(({ label, href }) => (
          <li key={href}>
            <a href={href} target="_blank" rel="noreferrer">
              {label}
              <span className={styles.hidden}>, opens a new tab</span>
              <OpenRegular aria-hidden />
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
