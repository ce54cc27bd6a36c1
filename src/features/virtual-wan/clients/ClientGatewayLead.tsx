import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { Facts } from '../../../components/vpn/Facts.tsx'
import type { Estate } from '../../../model/estate.ts'
import type { P2sVpnGateway } from '../../../model/resources/virtual-wan.ts'
import {
  capacitySection,
  clientGatewayFields,
  poolsSection,
} from '../../../model/virtual-wan/client-sections.ts'
import { clientGatewayFindings } from '../../../model/virtual-wan/findings/vpn-findings.ts'
import { CLIENTS_DISAGREE } from '../../../model/virtual-wan/gateway-capacity.ts'
import { Findings } from '../Findings.tsx'
import styles from '../Parts.module.css'

interface ClientGatewayLeadProps {
  resource: P2sVpnGateway
  estate: Estate
}

/** First on the page of a hub's point-to-site gateway: for how many people it is, what they are given, and what stands out. */
export default function ClientGatewayLead({ resource: gateway, estate }: ClientGatewayLeadProps) {
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-label="Capacity and clients">
        <h2 className={styles.heading}>Capacity and clients</h2>
        <Facts fields={clientGatewayFields(gateway)} />
      </section>
      <SectionTable section={poolsSection(gateway, estate)} />
      <Findings findings={clientGatewayFindings(gateway)} />
      <details>
        <summary>What scale units are for</summary>
        <SectionTable section={capacitySection(gateway)} />
        <p className={styles.note}>
          {CLIENTS_DISAGREE} Changing the units or the server configuration interrupts everybody who is
          connected.
        </p>
      </details>
    </div>
  )
}
