import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import { LearnedRoutes } from '../../../components/wizard/LearnedRoutes.tsx'
import { GATEWAY_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../model/estate.ts'
import { readTime } from '../../../model/format.ts'
import type { Connection, VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { bgpState } from '../../../model/vpn/bgp-words.ts'
import { comingUpOf } from '../../../model/vpn/coming-up.ts'
import { peerTables } from '../../../model/vpn/peer-tables.ts'
import { isFromOutside, learntSection } from '../../../model/vpn/routes/learnt-section.ts'
import { useWaitInterval } from '../../../queries/use-coming-up.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useBgpPeers, useLearnedRoutes } from '../../../queries/use-gateway-questions.ts'
import styles from '../../../components/wizard/Verify.module.css'

interface GatewayCheckProps {
  gateway: VirtualNetworkGateway
  estate: Estate
  /** Those that are verified. */
  connections: readonly Connection[]
}

/** What a tunnel is for: the routes that come over it, and with BGP the sessions that bring them. */
export function GatewayCheck({ gateway, estate, connections }: GatewayCheckProps) {
  const anyUp = connections.some((one) => ['up', 'partly'].includes(comingUpOf(one)))
  const speaksBgp = connections.some(({ enableBgp }) => enableBgp)
  if (!anyUp)
    return (
      <p className={styles.note}>
        {speaksBgp ? 'BGP peers and learned routes' : 'Learned routes'} are asked for once a tunnel is up.
      </p>
    )
  return (
    <>
      {speaksBgp && <Peers {...{ gateway, estate, connections }} />}
      <Routes {...{ gateway, estate, connections, speaksBgp }} />
    </>
  )
}

/** Whether an answer is older than what the tunnels do by now: sessions and routes follow them. */
function isOutrun(answeredAt: number, connections: readonly Connection[]): boolean {
  return connections.some(
    (one) =>
      comingUpOf(one) !== 'up' ||
      one.tunnels.some(({ lastEstablished }) => (readTime(lastEstablished) ?? 0) > answeredAt),
  )
}

function Peers({ gateway, estate, connections }: GatewayCheckProps) {
  // A session comes some seconds after its tunnel.
  const every = 3 * useWaitInterval()
  const peers = useBgpPeers(gateway.id, (answer, answeredAt) =>
    answer?.every(({ state }) => bgpState(state).verdict === 'healthy') === true &&
    !isOutrun(answeredAt, connections)
      ? false
      : every,
  )
  const demo = useDemo() !== undefined
  return (
    <section className={styles.section} aria-label="BGP peers">
      <h2 className={styles.heading}>BGP peers</h2>
      <QuestionPanel
        question={GATEWAY_QUESTIONS.bgpPeers}
        name={gateway.name}
        state={peers}
        right={peers.right}
        demo={demo}
        subscriptions={estate.subscriptions}
      >
        {(answer) =>
          answer.length === 0 ? (
            <p className={styles.text}>Azure tells of no peer yet.</p>
          ) : (
            peerTables(answer, gateway, estate).map((section) => (
              <SectionTable key={section.title} section={section} />
            ))
          )
        }
      </QuestionPanel>
    </section>
  )
}

function Routes({ gateway, estate, connections, speaksBgp }: GatewayCheckProps & { speaksBgp: boolean }) {
  const every = 3 * useWaitInterval()
  const routes = useLearnedRoutes(gateway.id, (answer, answeredAt) =>
    (!speaksBgp || answer?.some(isFromOutside) === true) && !isOutrun(answeredAt, connections)
      ? false
      : every,
  )
  const demo = useDemo() !== undefined
  return (
    <LearnedRoutes
      gateway={gateway}
      estate={estate}
      state={routes}
      demo={demo}
      sectionOf={(answer) =>
        speaksBgp
          ? learntSection(answer.filter(isFromOutside), gateway, estate, {
              title: 'Learnt from devices',
              empty: 'No route of a device yet: it has to speak BGP and advertise its networks.',
            })
          : learntSection(answer, gateway, estate, {
              title: 'Learnt',
              empty: 'Azure tells of no route.',
            })
      }
    />
  )
}
