import { Link } from 'react-router-dom'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { field, text } from '../../../model/details/values.ts'
import type { Estate } from '../../../model/estate.ts'
import { OFFERS_SOURCE } from '../../../model/ipsec/default-offers.ts'
import {
  customPolicy,
  defaultOffers,
  dpdWords,
  modeWords,
  policyNotes,
} from '../../../model/ipsec/effective-policy.ts'
import { gatewayOf } from '../../../model/ipsec/selectors.ts'
import { actionPath } from '../../../model/paths.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import { Facts } from '../../../components/vpn/Facts.tsx'
import parts from '../../../components/vpn/Parts.module.css'
import styles from '../parts.module.css'

interface PolicyTabProps {
  resource: Connection
  estate: Estate
}

/** What the two ends have to agree on, also where Azure's defaults hold. */
export default function PolicyTab({ resource: connection, estate }: PolicyTabProps) {
  const gateway = gatewayOf(connection.gateway1Id, estate)
  const policy = connection.ipsecPolicies[0]
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby="policy">
        <h2 className={parts.heading} id="policy">
          {policy ? 'This connection has its own policy' : 'Azure’s defaults hold'}
        </h2>
        {policyNotes(connection, gateway).map((note) => (
          <p key={note} className={parts.text}>
            {note}
          </p>
        ))}
        <Facts
          fields={[
            field('Protocol', text(connection.connectionProtocol, 'not given by Azure')),
            field('Mode', modeWords(connection.connectionMode)),
            field('DPD timeout', dpdWords(connection.dpdTimeoutSeconds)),
            field('Authentication', text(connection.authenticationType, 'not given by Azure')),
          ]}
        />
        <p className={styles.links}>
          <Link className={styles.link} to={actionPath(connection.id, 'policy')}>
            Change the policy
          </Link>
          <Link className={styles.link} to={actionPath(connection.id, 'mode')}>
            Change the mode
          </Link>
        </p>
      </section>
      {policy ? (
        <SectionTable section={customPolicy(policy)} />
      ) : (
        <section className={styles.section} aria-labelledby="offers">
          <h2 className={parts.heading} id="offers">
            What Azure offers, as published by Microsoft
          </h2>
          <p className={parts.note}>
            From{' '}
            <a className={styles.link} href={OFFERS_SOURCE.address} target="_blank" rel="noreferrer">
              {OFFERS_SOURCE.title}
            </a>
            , a text without a date that may be years old. What Azure offers today may differ. Azure’s own
            answer is on the tab IKE associations: what the two ends agreed on.
          </p>
          {defaultOffers(gateway).map((section) => (
            <details key={section.title} className={`${parts.details} ${parts.wide} ${styles.offers}`}>
              <summary>
                {section.title}, {section.rows.length} offers
              </summary>
              <SectionTable section={section} />
            </details>
          ))}
        </section>
      )}
    </div>
  )
}
