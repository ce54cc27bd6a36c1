import { useId } from 'react'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import type { RouteColumn } from '../../../components/routes/route-column.ts'
import { RouteBrowser } from '../../../components/routes/RouteBrowser.tsx'
import type { GatewayRoute } from '../../../model/diagnostics/gateway-route.ts'
import { HUB_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../model/estate.ts'
import type { HubBgpConnection } from '../../../model/resources/virtual-wan.ts'
import { instanceWords } from '../../../model/virtual-wan/instance-words.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { usePeerRoutes } from '../../../queries/use-hub-questions.ts'
import styles from '../Parts.module.css'

interface PeerRoutesProps {
  peer: HubBgpConnection
  estate: Estate
}

/** What each instance of the router has learned from a peer, and what it tells it. */
export function PeerRoutes({ peer, estate }: PeerRoutesProps) {
  return (
    <>
      <Asked which="learnedRoutes" title="Learned routes" peer={peer} estate={estate} />
      <Asked which="advertisedRoutes" title="Advertised routes" peer={peer} estate={estate} />
    </>
  )
}

interface AskedProps extends PeerRoutesProps {
  which: 'learnedRoutes' | 'advertisedRoutes'
  title: string
}

interface InstanceRoute extends GatewayRoute {
  instance: string
}

function Asked({ which, title, peer, estate }: AskedProps) {
  const id = useId()
  const routes = usePeerRoutes(peer.id, which)
  const demo = useDemo() !== undefined
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 className={styles.heading} id={id}>
        {title}
      </h2>
      <div className={styles.wide}>
        <QuestionPanel
          question={HUB_QUESTIONS[which]}
          name={peer.name}
          state={routes}
          right={routes.right}
          demo={demo}
          subscriptions={estate.subscriptions}
          before={<p className={styles.note}>The routes of each instance stand here once Azure was asked.</p>}
        >
          {(answer) => {
            const rows = answer.flatMap(({ instance, routes: own }) =>
              own.map((route): InstanceRoute => ({ ...route, instance: instanceWords(instance) })),
            )
            return rows.length === 0 ? (
              <p className={styles.text}>
                {which === 'learnedRoutes'
                  ? 'Azure has learned no route from it.'
                  : 'Azure tells it no route.'}
              </p>
            ) : (
              <RouteBrowser
                rows={rows}
                columns={COLUMNS}
                prefixOf={prefixOf}
                title={title}
                fileName={`${peer.name}-${which === 'learnedRoutes' ? 'learned' : 'advertised'}-routes.csv`}
              />
            )
          }}
        </QuestionPanel>
      </div>
    </section>
  )
}

const prefixOf = ({ network }: InstanceRoute) => network

const COLUMNS: readonly RouteColumn<InstanceRoute>[] = [
  { name: 'Network', of: ({ network }) => network || undefined, width: 1.3 },
  { name: 'Instance', of: ({ instance }) => instance, choice: true },
  { name: 'Next hop', of: ({ nextHop }) => nextHop },
  { name: 'Peer', of: ({ sourcePeer }) => sourcePeer },
  { name: 'Origin', of: ({ origin }) => origin, width: 0.7 },
  { name: 'AS path', of: ({ asPath }) => asPath, width: 1.2 },
  { name: 'Weight', of: ({ weight }) => weight?.toString(), width: 0.6 },
]
