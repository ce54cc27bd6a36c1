import { useId } from 'react'
import { ActionButton } from '../../../components/ActionButton.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { Facts } from '../../../components/vpn/Facts.tsx'
import type { Estate } from '../../../model/estate.ts'
import { count } from '../../../model/format.ts'
import type { VpnConnection } from '../../../model/resources/virtual-wan.ts'
import { siteConnectionFindings } from '../../../model/virtual-wan/findings/vpn-findings.ts'
import { connectionRoutingFields } from '../../../model/virtual-wan/site-connection-fields.ts'
import { placedLinks, siteNameOf } from '../../../model/virtual-wan/site-links.ts'
import { useLinkTunnels } from '../../../queries/use-link-tunnels.ts'
import { Findings } from '../Findings.tsx'
import styles from '../Parts.module.css'
import { DemoBranchDevice } from './DemoBranchDevice.tsx'
import { LinkCard } from './LinkCard.tsx'
import links from './Links.module.css'

interface SiteConnectionLeadProps {
  resource: VpnConnection
  estate: Estate
}

/** First on the page of a site's connection: each link with its status, as a whole and on each instance, routing, and what stands out. */
export default function SiteConnectionLead({ resource: connection, estate }: SiteConnectionLeadProps) {
  const id = useId()
  const placed = placedLinks(connection, estate)
  const { tunnelsOf, ike } = useLinkTunnels(connection, estate)
  const judged = placed.map((one) => ({ ...one, tunnels: tunnelsOf(one.link) }))
  const up = placed.filter(({ state }) => state === 'up').length
  const [first] = placed
  return (
    <div className={styles.page}>
      <section className={styles.section} aria-labelledby={id}>
        <div className={styles.row}>
          <h2 className={styles.heading} id={id}>
            Links
          </h2>
          <span className={styles.note}>
            {up} of {count(placed.length, 'link')} connected
          </span>
        </div>
        <p className={styles.text}>
          From {first?.site ? <ResourceLink id={first.site.id} /> : <bdi>{siteNameOf({ connection })}</bdi>}{' '}
          to <ResourceLink id={connection.gatewayId} />.
        </p>
        <ul className={links.links}>
          {judged.map((one) => (
            <LinkCard key={one.link.name} one={one} />
          ))}
        </ul>
        {placed.some(({ link }) => link.id !== undefined) && (
          <div className={styles.row}>
            <ActionButton
              label={ike.asking ? 'Asking the instances…' : 'Ask the instances again'}
              right={ike.right}
              subscriptions={estate.subscriptions}
              onClick={() => {
                if (!ike.asking) ike.again()
              }}
            />
            <p className={styles.note}>
              Azure tells a link’s status as a whole. Which instance has a tunnel, its IKE associations tell.
            </p>
          </div>
        )}
        <DemoBranchDevice key={connection.id} connection={connection} />
      </section>
      <Findings findings={siteConnectionFindings(judged)} />
      <section className={styles.section} aria-label="Routing">
        <h2 className={styles.heading}>Routing</h2>
        <Facts fields={connectionRoutingFields(connection, estate)} />
      </section>
    </div>
  )
}
