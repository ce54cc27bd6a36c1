import { Link } from 'react-router-dom'
import { GATEWAY_QUESTIONS } from '../../model/diagnostics/questions.ts'
import type { Section } from '../../model/details/field.ts'
import type { Estate } from '../../model/estate.ts'
import { resourcePath } from '../../model/paths.ts'
import type { VirtualNetworkGateway } from '../../model/resources/vpn.ts'
import type { GatewayRoute } from '../../model/diagnostics/gateway-route.ts'
import { SectionTable } from '../fields/SectionTable.tsx'
import { QuestionPanel, type QuestionState } from '../QuestionPanel.tsx'
import styles from './Verify.module.css'

interface LearnedRoutesProps {
  gateway: VirtualNetworkGateway
  estate: Estate
  state: QuestionState<GatewayRoute[]>
  demo: boolean
  sectionOf: (routes: GatewayRoute[]) => Section
}

/** What a gateway learns over what was set up: what its network can reach on-premises. */
export function LearnedRoutes({ gateway, estate, state, demo, sectionOf }: LearnedRoutesProps) {
  return (
    <section className={styles.section} aria-label="Learned routes">
      <h2 className={styles.heading}>Learned routes</h2>
      <QuestionPanel
        question={GATEWAY_QUESTIONS.learnedRoutes}
        name={gateway.name}
        state={state}
        right={state.right}
        demo={demo}
        subscriptions={estate.subscriptions}
        tools={
          <Link className={styles.link} to={resourcePath(gateway.id, 'routes')}>
            All routes of {gateway.name}
          </Link>
        }
      >
        {(answer) => <SectionTable section={sectionOf(answer)} />}
      </QuestionPanel>
    </section>
  )
}
