import { useState } from 'react'
import { QuestionPanel } from '../../../../components/QuestionPanel.tsx'
import { GATEWAY_QUESTIONS } from '../../../../model/diagnostics/questions.ts'
import type { GatewayRoute } from '../../../../model/diagnostics/gateway-route.ts'
import type { Estate } from '../../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { instanceAt, instancesOf } from '../../../../model/vpn/instances.ts'
import { sidesOf } from '../../../../model/vpn/routes/compare-routes.ts'
import { useDemo } from '../../../../queries/use-demo.ts'
import { useLearnedRoutes } from '../../../../queries/use-gateway-questions.ts'
import { Group } from '../Group.tsx'
import styles from '../Gateway.module.css'
import { CompareRoutes } from './CompareRoutes.tsx'
import { GatewayRoutes } from './GatewayRoutes.tsx'

interface LearnedRoutesProps {
  gateway: VirtualNetworkGateway
  estate: Estate
}

/** Every route of every instance, to be searched, filtered, compared and taken away. */
export function LearnedRoutes({ gateway, estate }: LearnedRoutesProps) {
  const routes = useLearnedRoutes(gateway.id)
  const demo = useDemo() !== undefined
  return (
    <Group id={gateway.id} title="Learned routes">
      <QuestionPanel
        question={GATEWAY_QUESTIONS.learnedRoutes}
        name={gateway.name}
        state={routes}
        right={routes.right}
        demo={demo}
        subscriptions={estate.subscriptions}
        before={<p className={styles.note}>The routes of each instance stand here once Azure was asked.</p>}
      >
        {(answer) =>
          answer.length === 0 ? (
            <p className={styles.text}>Azure tells of no route.</p>
          ) : (
            <Learned routes={answer} gateway={gateway} estate={estate} />
          )
        }
      </QuestionPanel>
    </Group>
  )
}

function Learned({ routes, gateway, estate }: LearnedRoutesProps & { routes: readonly GatewayRoute[] }) {
  const [comparing, setComparing] = useState(false)
  const instances = instancesOf(gateway, estate)
  const nameOf = (address: string) => instanceAt(address, instances)?.label
  const sides = sidesOf(routes)
  return (
    <>
      {sides.length > 1 && (
        <div className={styles.row} role="group" aria-label="How the routes are shown">
          <label>
            <input type="radio" name="routes" checked={!comparing} onChange={() => setComparing(false)} /> All
            routes
          </label>
          <label>
            <input type="radio" name="routes" checked={comparing} onChange={() => setComparing(true)} />{' '}
            Compare two peers
          </label>
        </div>
      )}
      {comparing ? (
        <CompareRoutes routes={routes} sides={sides} nameOf={nameOf} />
      ) : (
        <GatewayRoutes
          gateway={gateway}
          estate={estate}
          routes={routes}
          title="Learned routes"
          fileName={`${gateway.name}-learned-routes.csv`}
        />
      )}
    </>
  )
}
