import { useId, useState } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { Facts } from '../../../components/vpn/Facts.tsx'
import type { Estate } from '../../../model/estate.ts'
import { count } from '../../../model/format.ts'
import type { VpnHubGateway } from '../../../model/resources/virtual-wan.ts'
import { isWrong } from '../../../model/virtual-wan/findings/link-findings.ts'
import { siteGatewayFindings } from '../../../model/virtual-wan/findings/vpn-findings.ts'
import {
  instancesSection,
  natSection,
  siteGatewayFields,
} from '../../../model/virtual-wan/gateway-sections.ts'
import { hubInstances } from '../../../model/virtual-wan/hub-instances.ts'
import { linkTunnels } from '../../../model/virtual-wan/link-tunnels.ts'
import { linksOfGateway } from '../../../model/virtual-wan/site-links.ts'
import { useLinkIke } from '../../../queries/use-link-ike.ts'
import { Findings } from '../Findings.tsx'
import styles from '../Parts.module.css'
import { LinkTable } from './LinkTable.tsx'

interface SiteGatewayLeadProps {
  resource: VpnHubGateway
  estate: Estate
}

/** So many links are asked for their tunnels in one go: each is a request that takes ten seconds. */
const ASKED_AT_ONCE = 20

/** First on the page of a hub's VPN gateway: its sites with every link, its instances, what it carries, NAT, and what stands out. */
export default function SiteGatewayLead({ resource: gateway, estate }: SiteGatewayLeadProps) {
  const id = useId()
  const [asks, setAsks] = useState(false)
  const placed = linksOfGateway(gateway, estate)
  const instances = hubInstances(gateway)
  const askable = placed.flatMap(({ link }) => link.id ?? []).slice(0, ASKED_AT_ONCE)
  const ike = useLinkIke(gateway.id, askable, asks)
  const asked = placed.map((one) => ({ ...one, tunnels: linkTunnels(instances, ike.of(one.link.id)) }))
  // What only the instances tell may be worse than the link's own status.
  const links = [...asked.filter(isWrong), ...asked.filter((one) => !isWrong(one))]
  const up = placed.filter(({ state }) => state === 'up').length
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby={id}>
        <div className={styles.row}>
          <h2 className={styles.heading} id={id}>
            Sites and links
          </h2>
          {placed.length > 0 && (
            <span className={styles.note}>
              {up} of {count(placed.length, 'link')} connected
            </span>
          )}
        </div>
        {placed.length === 0 ? (
          <p className={styles.text}>
            {gateway.connectionIds.length === 0
              ? 'No site is connected to this gateway.'
              : 'Its connections have not been read yet.'}
          </p>
        ) : (
          <>
            <LinkTable links={links} instances={instances.map(({ label }) => label)} />
            {instances.length > 0 && askable.length > 0 && (
              <div className={styles.row}>
                <ActionButton
                  label={ike.asking ? 'Asking the instances…' : asks ? 'Ask again' : 'Ask each instance'}
                  right={ike.right}
                  subscriptions={estate.subscriptions}
                  onClick={() => {
                    if (ike.asking) return
                    if (asks) ike.again()
                    setAsks(true)
                  }}
                />
                <p className={styles.note} role="status">
                  {ike.asking
                    ? 'This takes some ten seconds for each link.'
                    : `Azure tells a link’s status as a whole. Its IKE associations tell which instance has a tunnel${placed.length > ASKED_AT_ONCE ? `; the first ${ASKED_AT_ONCE} links are asked` : ''}.`}
                </p>
              </div>
            )}
          </>
        )}
      </section>
      <Findings findings={siteGatewayFindings(gateway, links)} />
      <SectionTable section={instancesSection(gateway)} />
      <section className={styles.section} aria-label="Throughput and routing">
        <h2 className={styles.heading}>Throughput and routing</h2>
        <Facts fields={siteGatewayFields(gateway)} />
        <p className={styles.note}>
          Azure has no list of BGP sessions for a gateway of a hub. What each site brings is on the page of
          its connection; the metric BgpPeerStatus tells of each session.
        </p>
      </section>
      <SectionTable section={natSection(gateway)} />
    </div>
  )
}
