import { ResourceLink } from '../../../components/ResourceLink.tsx'
import type { Connection } from '../../../model/resources/vpn.ts'
import parts from '../../../components/why/parts.module.css'
import styles from './Why.module.css'

/** What the connection joins. */
export function Ends({ connection }: { connection: Connection }) {
  const { gateway1Id, gateway2Id, localNetworkGatewayId, connectionProtocol } = connection
  const remote = localNetworkGatewayId ?? gateway2Id
  return (
    <section aria-labelledby="ends">
      <h2 id="ends" className={parts.heading}>
        Ends
      </h2>
      <dl className={styles.ends}>
        <dt>Azure</dt>
        <dd>{gateway1Id === undefined ? 'not given' : <ResourceLink id={gateway1Id} />}</dd>
        <dt>Remote</dt>
        <dd>{remote === undefined ? 'not given' : <ResourceLink id={remote} />}</dd>
        <dt>Protocol</dt>
        <dd>{connectionProtocol ?? 'not given'}</dd>
        <dt>BGP</dt>
        <dd>{connection.enableBgp ? 'on' : 'off'}</dd>
      </dl>
    </section>
  )
}
