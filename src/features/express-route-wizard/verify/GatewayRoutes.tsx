import { Link } from 'react-router-dom'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import styles from '../../../components/wizard/Verify.module.css'
import { GATEWAY_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../model/estate.ts'
import { resourcePath } from '../../../model/paths.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { isFromOutside, learntSection } from '../../../model/vpn/routes/learnt-section.ts'
import { useWaitInterval } from '../../../queries/use-coming-up.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useLearnedRoutes } from '../../../queries/use-gateway-questions.ts'

interface GatewayRoutesProps {
  gateway: VirtualNetworkGateway
  estate: Estate
  /** A circuit brings routes. */
  isUp: boolean
}

/** What the gateway learns over the circuits: what the network can reach on-premises. */
export function GatewayRoutes({ gateway, estate, isUp }: GatewayRoutesProps) {
  const every = 3 * useWaitInterval()
  const routes = useLearnedRoutes(gateway.id, (answer) =>
    isUp && answer?.some(isFromOutside) !== true ? every : false,
  )
  const demo = useDemo() !== undefined
  return (
    <section className={styles.section} aria-label="Learned routes">
      <h2 className={styles.heading}>Learned routes</h2>
      <QuestionPanel
        question={GATEWAY_QUESTIONS.learnedRoutes}
        name={gateway.name}
        state={routes}
        right={routes.right}
        demo={demo}
        subscriptions={estate.subscriptions}
        tools={
          <Link className={styles.link} to={resourcePath(gateway.id, 'routes')}>
            All routes of {gateway.name}
          </Link>
        }
      >
        {(answer) => (
          <SectionTable
            section={learntSection(answer.filter(isFromOutside), gateway, estate, {
              title: 'Learnt over the circuits',
              empty: 'No route from on-premises yet: your routers have to advertise their networks.',
            })}
          />
        )}
      </QuestionPanel>
    </section>
  )
}
