import { Select } from '@fluentui/react-components'
import { useId, useState } from 'react'
import { QuestionPanel } from '../../../../components/QuestionPanel.tsx'
import { GATEWAY_QUESTIONS } from '../../../../model/diagnostics/questions.ts'
import type { Estate } from '../../../../model/estate.ts'
import type { VirtualNetworkGateway } from '../../../../model/resources/vpn.ts'
import { knownPeers } from '../../../../model/vpn/known-peers.ts'
import { useDemo } from '../../../../queries/use-demo.ts'
import { useAdvertisedRoutes, useBgpPeers } from '../../../../queries/use-gateway-questions.ts'
import { Group } from '../Group.tsx'
import styles from '../Gateway.module.css'
import { GatewayRoutes } from './GatewayRoutes.tsx'

interface AdvertisedRoutesProps {
  gateway: VirtualNetworkGateway
  estate: Estate
}

/** What the gateway tells one peer; the peers are those its connections lead to. */
export function AdvertisedRoutes({ gateway, estate }: AdvertisedRoutesProps) {
  return <AdvertisedTo gateway={gateway} estate={estate} peers={knownPeers(gateway, estate)} />
}

/** The peers of an ExpressRoute gateway stand in no resource: they are asked for first. */
export function AdvertisedToEdge({ gateway, estate }: AdvertisedRoutesProps) {
  const { answer, running } = useBgpPeers(gateway.id)
  if (answer === undefined && running)
    return <p role="status">Azure reads the BGP peers, which the routes are advertised to.</p>
  const addresses = [...new Set(answer?.map(({ neighbor }) => neighbor))]
  const peers = addresses.map((address) => ({ address, name: 'Microsoft edge router' }))
  return <AdvertisedTo gateway={gateway} estate={estate} peers={peers} />
}

interface AdvertisedToProps extends AdvertisedRoutesProps {
  peers: readonly { address: string; name: string }[]
}

function AdvertisedTo({ gateway, estate, peers }: AdvertisedToProps) {
  const [chosen, setChosen] = useState<string>()
  // Connections may still arrive.
  const peer = (peers.find(({ address }) => address === chosen) ?? peers[0])?.address
  if (peer === undefined)
    return (
      <Group id={gateway.id} title="Advertised routes">
        <p className={styles.text}>
          No connection that was read leads to a BGP peer, so there is nobody to advertise to.
        </p>
      </Group>
    )
  return (
    <Group id={gateway.id} title="Advertised routes">
      <Advertised
        key={peer}
        gateway={gateway}
        estate={estate}
        peer={peer}
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
          <GatewayRoutes
            gateway={gateway}
            estate={estate}
            routes={answer}
            title={`Routes advertised to ${peer}`}
            fileName={`${gateway.name}-advertised-to-${peer}.csv`}
          />
        )
      }
    </QuestionPanel>
  )
}
