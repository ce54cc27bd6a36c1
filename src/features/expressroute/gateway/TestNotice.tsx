import { Link } from 'react-router-dom'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import { testNotice } from '../../../model/circuit/failover-tests.ts'
import { actionPath } from '../../../model/paths.ts'
import { isOfExpressRoute } from '../../../model/resources/tabs.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { useFailoverTests } from '../../../queries/use-resiliency.ts'
import styles from '../Parts.module.css'

/** Above the page of an ExpressRoute gateway while a failover test keeps a location away from it. */
export default function TestNotice({ resource }: { resource: VirtualNetworkGateway }) {
  return isOfExpressRoute(resource) ? <Notice id={resource.id} /> : null
}

function Notice({ id }: { id: string }) {
  const { answer, answeredAt } = useFailoverTests(id)
  const notice = answer && answeredAt !== undefined ? testNotice(answer, answeredAt) : undefined
  if (notice === undefined) return null
  return (
    <section className={styles.section} aria-label="Failover test">
      <p className={styles.verdict}>
        <VerdictLabel verdict={notice.verdict} /> <span>{notice.sentence}</span>
      </p>
      <Link className={styles.link} to={actionPath(id, 'failover-test')}>
        Stop the failover test
      </Link>
    </section>
  )
}
