import { Link } from 'react-router-dom'
import styles from '../../../components/wizard/Verify.module.css'
import { MICROSOFT_PEERING } from '../../../model/edits/microsoft-peering.ts'
import type { Estate } from '../../../model/estate.ts'
import { nameOfId, resourcePath } from '../../../model/paths.ts'
import { portalAddress } from '../../../model/portal.ts'
import type { ExpressRouteCircuit } from '../../../model/resources/expressroute.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { usePortal } from '../../../queries/use-deployment.ts'

interface NextStepsProps {
  gatewayId: string | undefined
  /** Those that were read. */
  circuits: readonly ExpressRouteCircuit[]
  estate: Estate
  allUp: boolean
}

/** What there is to do when the wizard has done its part. */
export function NextSteps({ gatewayId, circuits, estate, allUp }: NextStepsProps) {
  const portal = usePortal()
  const demo = useDemo() !== undefined
  return (
    <section className={styles.section} aria-label="What to do next">
      <h2 className={styles.heading}>{allUp ? 'What to do next' : 'Meanwhile'}</h2>
      <ul className={styles.next}>
        {circuits.map(({ id, name, subscriptionId, peerings }) => {
          const hasMicrosoft = peerings.some((one) => one.name === MICROSOFT_PEERING)
          const tenantId = estate.subscriptions.find((one) => one.subscriptionId === subscriptionId)?.tenantId
          return (
            <li key={id}>
              <Link className={styles.link} to={resourcePath(id)}>
                Open {name}
              </Link>
              : {hasMicrosoft ? '' : 'Microsoft peering for Azure’s public services, '}authorizations for
              other subscriptions, both route tables.
              {!demo && portal !== undefined && (
                <>
                  {' '}
                  <a
                    className={styles.link}
                    href={`${portalAddress(id, tenantId, portal)}/alerts`}
                    target="_blank"
                    rel="noreferrer"
                  >
                    Alerts in the Azure portal
                  </a>
                </>
              )}
            </li>
          )
        })}
        {gatewayId !== undefined && (
          <li>
            <Link className={styles.link} to={resourcePath(gatewayId)}>
              Open {nameOfId(gatewayId)}
            </Link>
            : all its connections, BGP and routes.
          </li>
        )}
        <li>
          Have somebody told when a path falls: an alert of Azure Monitor on each circuit, on ArpAvailability
          and BgpAvailability below 90 percent.
        </li>
        <li>
          Turn BFD on at your routers: a path that fails is noticed in less than a second, not after three
          minutes.
        </li>
      </ul>
    </section>
  )
}
