import { useState } from 'react'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { Facts } from '../../../components/vpn/Facts.tsx'
import { certificatesSection } from '../../../model/details/client-sign-in.ts'
import type { Estate } from '../../../model/estate.ts'
import { customPolicy } from '../../../model/ipsec/effective-policy.ts'
import type { VpnServerConfiguration } from '../../../model/resources/virtual-wan.ts'
import { groupsSection, serverFields } from '../../../model/virtual-wan/client-sections.ts'
import styles from '../Parts.module.css'

interface ServerLeadProps {
  resource: VpnServerConfiguration
  estate: Estate
}

/** First on the page of a VPN server configuration: how people sign in, by which gateways, and into which groups. */
export default function ServerLead({ resource: configuration }: ServerLeadProps) {
  const [now] = useState(() => Date.now())
  const [policy] = configuration.policies ?? []
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-label="Sign-in">
        <h2 className={styles.heading}>Sign-in</h2>
        <Facts fields={serverFields(configuration)} />
        {(configuration.radiusServers ?? []).length > 0 && (
          <p className={styles.note}>
            Azure does not give the secrets of RADIUS servers to who reads a configuration.
          </p>
        )}
      </section>
      <SectionTable section={certificatesSection(configuration, now)} />
      <SectionTable section={groupsSection(configuration)} />
      {policy === undefined ? (
        <p className={styles.text}>Clients and gateways agree by Azure’s default IPsec policy.</p>
      ) : (
        <SectionTable section={{ ...customPolicy(policy), title: 'IPsec policy of IKEv2 clients' }} />
      )}
    </div>
  )
}
