import { Link } from 'react-router-dom'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { circuitsOfHubGateway } from '../../../model/circuit/hub-connections.ts'
import { resiliencyOf } from '../../../model/circuit/resiliency.ts'
import type { Estate } from '../../../model/estate.ts'
import { resourcePath } from '../../../model/paths.ts'
import type { ExpressRouteGateway } from '../../../model/resources/expressroute.ts'
import styles from '../Parts.module.css'

interface HubGatewayLeadProps {
  resource: ExpressRouteGateway
  estate: Estate
}

/** What of an ExpressRoute gateway in a hub Azure tells, and where the rest is seen. */
export default function HubGatewayLead({ resource, estate }: HubGatewayLeadProps) {
  const circuits = circuitsOfHubGateway(resource, estate)
  const { verdict, sentence } = resiliencyOf(circuits, estate)
  return (
    <section className={styles.section} aria-label="What is seen where">
      <p className={styles.text}>
        <VerdictLabel verdict={verdict} /> {sentence}
      </p>
      <p className={styles.text}>
        Azure gives no status of these connections and no routes of this gateway; whether traffic can flow
        shows on the paths of the circuits
        {circuits.length === 0 ? '.' : ': '}
        {circuits.map((circuit, index) => (
          <span key={circuit.key}>
            {index > 0 && ', '}
            <Link className={styles.link} to={resourcePath(circuit.id, 'paths')}>
              <bdi>{circuit.name}</bdi>
            </Link>
          </span>
        ))}
      </p>
      <p className={styles.note}>
        Microsoft’s documents call failover tests of hub gateways both a preview and not supported, so none
        are started here.
      </p>
    </section>
  )
}
