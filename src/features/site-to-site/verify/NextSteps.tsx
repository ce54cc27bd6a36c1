import { Link } from 'react-router-dom'
import type { Estate } from '../../../model/estate.ts'
import { nameOfId, resourcePath } from '../../../model/paths.ts'
import { portalAddress } from '../../../model/portal.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { usePortal } from '../../../queries/use-deployment.ts'
import styles from '../../../components/wizard/Verify.module.css'

interface NextStepsProps {
  gatewayId: string
  connectionIds: readonly string[]
  allUp: boolean
  estate: Estate
}

/** What there is to do when the wizard has done its part. */
export function NextSteps({ gatewayId, connectionIds, allUp, estate }: NextStepsProps) {
  const portal = usePortal()
  const demo = useDemo() !== undefined
  const subscriptionId = gatewayId.split('/')[2]?.toLowerCase()
  const tenantId = estate.subscriptions.find(
    (one) => one.subscriptionId.toLowerCase() === subscriptionId,
  )?.tenantId
  return (
    <section className={styles.section} aria-label="What to do next">
      <h2 className={styles.heading}>{allUp ? 'What to do next' : 'Meanwhile'}</h2>
      <ul className={styles.next}>
        {allUp && (
          <li>
            Send something through each tunnel, such as a ping to an address behind the device: Azure shows
            the bytes on the page of each connection.
          </li>
        )}
        {connectionIds.map((id) => (
          <li key={id}>
            <Link className={styles.link} to={resourcePath(id)}>
              Open {nameOfId(id)}
            </Link>
            : policy, key, selectors and packet capture.
          </li>
        ))}
        <li>
          <Link className={styles.link} to={resourcePath(gatewayId)}>
            Open {nameOfId(gatewayId)}
          </Link>
          : instances, all its connections, BGP and routes.
        </li>
        <li>
          Have somebody told when a tunnel falls: an alert of Azure Monitor on the gateway, on
          TunnelAverageBandwidth below 1 byte a second or, with BGP, on BgpPeerStatus below 1.{' '}
          {!demo && portal !== undefined && (
            <a
              className={styles.link}
              href={`${portalAddress(gatewayId, tenantId, portal)}/alerts`}
              target="_blank"
              rel="noreferrer"
            >
              Alerts in the Azure portal
            </a>
          )}
        </li>
      </ul>
    </section>
  )
}
