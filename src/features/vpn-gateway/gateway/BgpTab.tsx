import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { QuestionPanel } from '../../../components/QuestionPanel.tsx'
import { GATEWAY_QUESTIONS } from '../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../model/estate.ts'
import { isOfExpressRoute } from '../../../model/resources/tabs.ts'
import type { VirtualNetworkGateway } from '../../../model/resources/vpn.ts'
import { peerTables } from '../../../model/vpn/peer-tables.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useBgpPeers } from '../../../queries/use-gateway-questions.ts'
import { Group } from './Group.tsx'
import styles from './Gateway.module.css'

interface BgpTabProps {
  resource: VirtualNetworkGateway
  estate: Estate
}

/** With whom the gateway speaks BGP, as each of its instances sees it. */
export default function BgpTab({ resource, estate }: BgpTabProps) {
  const { id, enableBgp } = resource
  if (enableBgp || isOfExpressRoute(resource)) return <Peers resource={resource} estate={estate} />
  return (
    <Group id={id} title="BGP" change={{ topic: 'bgp', label: 'Change BGP' }}>
      <p className={styles.text}>
        BGP is not enabled on <bdi>{resource.name}</bdi>, so it has no peers: what it sends where is set by
        address prefixes.
      </p>
    </Group>
  )
}

function Peers({ resource, estate }: BgpTabProps) {
  const peers = useBgpPeers(resource.id)
  const demo = useDemo() !== undefined
  return (
    <div className={styles.page}>
      <QuestionPanel
        question={GATEWAY_QUESTIONS.bgpPeers}
        name={resource.name}
        state={peers}
        right={peers.right}
        demo={demo}
        subscriptions={estate.subscriptions}
        before={<p className={styles.note}>The peers of each instance stand here once Azure was asked.</p>}
      >
        {(answer) =>
          answer.length === 0 ? (
            <p className={styles.text}>
              Azure tells of no peer.{' '}
              {isOfExpressRoute(resource)
                ? 'A gateway has two for each circuit that it is connected to.'
                : 'A connection has one when BGP is enabled on it and on its site.'}
            </p>
          ) : (
            peerTables(answer, resource, estate).map((section) => (
              <SectionTable key={section.title} section={section} />
            ))
          )
        }
      </QuestionPanel>
    </div>
  )
}
