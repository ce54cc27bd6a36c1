import { Select } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { QuestionPanel } from '../../../../components/QuestionPanel.tsx'
import { GATEWAY_QUESTIONS } from '../../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { instanceAt, instancesOf } from '../../../../model/vpn/instances.ts'
import { knownPeers } from '../../../../model/vpn/known-peers.ts'
import { useDemo } from '../../../../queries/use-demo.ts'
import { useAdvertisedRoutes } from '../../../../queries/use-gateway-questions.ts'
import { Group } from '../Group.tsx'
import styles from '../Gateway.module.css'
import { RouteBrowser } from './RouteBrowser.tsx'

interface AdvertisedRoutesProps {
  gateway: VirtualNetworkGateway
  estate: Estate
}

/** What the gateway tells one peer; the peers are those its connections lead to. */
export function AdvertisedRoutes({ gateway, estate }: AdvertisedRoutesProps) {
  const peers = knownPeers(gateway, estate)
  const [chosen, setChosen] = useState(peers[0]?.address)
  if (chosen === undefined)
    return (
      <Group id={gateway.id} title="Advertised routes">
        <p className={styles.text}>
          No connection of this gateway uses BGP to a site with a peer address, so it advertises nothing.
        </p>
      </Group>
    )
  return (
    <Group id={gateway.id} title="Advertised routes">
      <Advertised
        key={chosen}
        gateway={gateway}
        estate={estate}
        peer={chosen}
        peers={peers}
        onChoose={setChosen}
      />
    </Group>
  )
}

interface AdvertisedProps extends AdvertisedRoutesProps {
  peer: string
  peers: readonly { address: string; name: string }[]
  onChoose: (peer: string) => void
}

function Advertised({ gateway, estate, peer, peers, onChoose }: AdvertisedProps) {
  const id = useId()
  const routes = useAdvertisedRoutes(gateway.id, peer)
  const demo = useDemo() !== undefined
  const instances = instancesOf(gateway, estate)
  return (
    <QuestionPanel
      question={GATEWAY_QUESTIONS.advertisedRoutes}
      name={gateway.name}
      state={routes}
      right={routes.right}
      demo={demo}
      subscriptions={estate.subscriptions}
      tools={
        <div className={styles.head}>
          <label htmlFor={id}>to</label>
          <Select id={id} value={peer} onChange={(_, { value }) => onChoose(value)}>
            {peers.map(({ address, name }) => (
              <option key={address} value={address}>
                {name}, {address}
              </option>
            ))}
          </Select>
        </div>
      }
    >
      {(answer) =>
        answer.length === 0 ? (
          <p className={styles.text}>Azure tells of no route that it advertises to this peer.</p>
        ) : (
          <RouteBrowser
            routes={answer}
            title={`Routes advertised to ${peer}`}
            fileName={`${gateway.name}-advertised-to-${peer}.csv`}
            nameOf={(address) => instanceAt(address, instances)?.label}
          />
        )
      }
    </QuestionPanel>
  )
}
