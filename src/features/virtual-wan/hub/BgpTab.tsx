import { Select } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { AskProblem } from '../../../components/AskProblem.tsx'
import type { Estate } from '../../../model/estate.ts'
import type { HubBgpConnection, VirtualHub } from '../../../model/resources/virtual-wan.ts'
import { SectionTable } from '../../../components/fields/SectionTable.tsx'
import { peersSection } from '../../../model/virtual-wan/peers-section.ts'
import { isRouted, isRouteServer } from '../../../model/virtual-wan/readiness.ts'
import { useDemo } from '../../../queries/use-demo.ts'
import { useHubPeers } from '../../../queries/use-hub-children.ts'
import styles from '../Parts.module.css'
import { PeerRoutes } from './PeerRoutes.tsx'

interface BgpTabProps {
  resource: VirtualHub
  estate: Estate
}

/** With whom the router of a hub speaks BGP, and what each instance learns and tells. */
export default function BgpTab({ resource: hub, estate }: BgpTabProps) {
  const peers = useHubPeers(hub.id)
  const demo = useDemo() !== undefined
  switch (peers.is) {
    case 'asking':
    case 'none':
      return <p role="status">The BGP peers are being read.</p>
    case 'failed':
      return (
        <AskProblem
          what="The BGP peers"
          scope={hub.id}
          action="Microsoft.Network/virtualHubs/bgpConnections/read"
          error={peers.error}
          demo={demo}
          busy={false}
          onAgain={peers.again}
        />
      )
    case 'known':
      return <Peers hub={hub} estate={estate} peers={peers.value} />
    default:
      return peers satisfies never
  }
}

function Peers({
  hub,
  estate,
  peers,
}: {
  hub: VirtualHub
  estate: Estate
  peers: readonly HubBgpConnection[]
}) {
  const id = useId()
  const [chosen, setChosen] = useState<string>()
  const peer = peers.find((one) => one.id === chosen) ?? peers[0]
  return (
    <div className={styles.page}>
      {!isRouteServer(hub) && !isRouted(hub) && (
        <p className={styles.text}>
          Its router is {hub.routingState ?? 'in a state that Azure does not give'}: Azure takes BGP peers
          once it is Provisioned.
        </p>
      )}
      <SectionTable section={peersSection(peers, estate)} />
      {peers.length > 1 && peer && (
        <div>
          <label htmlFor={id}>Routes of</label>
          <Select id={id} value={peer.id} onChange={(_, picked) => setChosen(picked.value)}>
            {peers.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </Select>
        </div>
      )}
      {peer && <PeerRoutes key={peer.id} peer={peer} estate={estate} />}
    </div>
  )
}
