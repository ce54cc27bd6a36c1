import { Link } from 'react-router-dom'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { Facts } from '../../../components/vpn/Facts.tsx'
import { Warnings } from '../../../components/vpn/Warnings.tsx'
import { field, text } from '../../../model/details/values.ts'
import type { Estate } from '../../../model/estate.ts'
import { customPolicy, dpdWords, modeWords } from '../../../model/ipsec/effective-policy.ts'
import { actionPath } from '../../../model/paths.ts'
import type { VpnConnection } from '../../../model/resources/virtual-wan.ts'
import { weakParts } from '../../../model/virtual-wan/findings/link-findings.ts'
import { type PlacedLink, placedLinks } from '../../../model/virtual-wan/site-links.ts'
import styles from '../Parts.module.css'

interface LinkPolicyTabProps {
  resource: VpnConnection
  estate: Estate
}

/** What both ends of each link have to agree on. */
export default function LinkPolicyTab({ resource: connection, estate }: LinkPolicyTabProps) {
  return (
    <div className={styles.page}>
      {placedLinks(connection, estate).map((one) => (
        <LinkPolicy key={one.link.name} one={one} />
      ))}
      <p className={styles.text}>
        <Link className={styles.link} to={actionPath(connection.id, 'policy')}>
          Change the policy
        </Link>
      </p>
    </div>
  )
}

function LinkPolicy({ one: { link } }: { one: PlacedLink }) {
  const [policy] = link.ipsecPolicies
  const weak = policy === undefined ? [] : weakParts(policy)
  return (
    <section className={styles.section} aria-label={`IPsec policy of ${link.name}`}>
      <h2 className={styles.heading}>
        <bdi>{link.name}</bdi>
      </h2>
      <Facts
        fields={[
          field('Protocol', text(link.protocol, 'not given by Azure')),
          field('Mode', modeWords(link.mode)),
          field('DPD timeout', dpdWords(link.dpdTimeoutSeconds)),
        ]}
      />
      {weak.length > 0 && <Warnings texts={[`Considered weak: ${weak.join(', ')}.`]} />}
      {policy === undefined ? (
        <p className={styles.text}>
          Azure’s default: the gateway offers several proposals, and takes the first that the device has too.
          What the two ends agreed on is on the tab IKE associations.
        </p>
      ) : (
        <SectionTable section={{ ...customPolicy(policy), of: link.name }} />
      )}
    </section>
  )
}
