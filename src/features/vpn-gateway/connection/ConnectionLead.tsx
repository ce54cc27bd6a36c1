import { Age } from '../../../components/Age.tsx'
import { ResourceLink } from '../../../components/ResourceLink.tsx'
import { VerdictIcon } from '../../../components/VerdictIcon.tsx'
import { VerdictLabel } from '../../../components/VerdictLabel.tsx'
import type { Estate } from '../../../model/estate.ts'
import { bytes, count } from '../../../model/format.ts'
import type { Connection } from '../../../model/resources/vpn.ts'
import {
  type ConnectionEnd,
  type ConnectionTunnel,
  connectionPicture,
} from '../../../model/vpn/connection-tunnels.ts'
import styles from './ConnectionLead.module.css'
import { DemoDeviceControl } from './DemoDeviceControl.tsx'

interface ConnectionLeadProps {
  resource: Connection
  estate: Estate
}

/** Both ends and every tunnel between them; on a narrow screen from top to bottom. */
export default function ConnectionLead({ resource: connection, estate }: ConnectionLeadProps) {
  const { far, near, tunnels } = connectionPicture(connection, estate)
  const up = tunnels.filter(({ verdict }) => verdict === 'healthy').length
  return (
    <>
      <section aria-label="Ends and tunnels" className={styles.picture}>
        <End end={far} missing="No far side is named" />
        <div className={styles.middle}>
          <h2 className={styles.heading}>
            {tunnels.length === 0
              ? 'No tunnel told'
              : `${up} of ${count(tunnels.length, 'tunnel')} connected`}
          </h2>
          {tunnels.length === 0 ? (
            <p className={styles.none}>
              {connection.source === 'get'
                ? 'Azure reports no tunnels for this connection. It tells them minutes after a connection was made, and never for a Basic gateway.'
                : 'Its tunnels have not been read yet.'}
            </p>
          ) : (
            <ul className={styles.tunnels}>
              {tunnels.map((tunnel) => (
                <Tunnel key={tunnel.key} tunnel={tunnel} />
              ))}
            </ul>
          )}
        </div>
        <End end={near} missing="No gateway is named" />
      </section>
      <DemoDeviceControl key={connection.id} connection={connection} />
    </>
  )
}

function End({ end, missing }: { end: ConnectionEnd | undefined; missing: string }) {
  if (!end) return <p className={`${styles.end} ${styles.missing}`}>{missing}</p>
  const { id, name, place, verdict, facts } = end
  return (
    <div className={styles.end}>
      <span className={styles.place}>{place}</span>
      <span className={styles.name}>
        {verdict && <VerdictIcon verdict={verdict} alone />}
        <ResourceLink id={id} name={name} />
      </span>
      {facts.map((fact) => (
        <bdi key={fact} className={styles.address}>
          {fact}
        </bdi>
      ))}
    </div>
  )
}

function Tunnel({ tunnel }: { tunnel: ConnectionTunnel }) {
  const { label, azure, far, status, verdict, received, sent, establishedAt } = tunnel
  return (
    <li className={`${styles.tunnel} ${styles[verdict] ?? ''}`}>
      <span className={styles.label}>
        <bdi>{label}</bdi>
      </span>
      <span className={styles.status}>
        <VerdictLabel verdict={verdict} text={status} />
      </span>
      <span className={styles.way}>
        {far !== undefined && azure !== undefined && (
          <bdi>
            {far} – {azure}
          </bdi>
        )}
      </span>
      <span className={styles.traffic}>
        {received !== undefined && `${bytes(received)} received`}
        {received !== undefined && sent !== undefined && ', '}
        {sent !== undefined && `${bytes(sent)} sent`}
        {establishedAt !== undefined && (
          <>
            {received !== undefined || sent !== undefined ? ', ' : ''}
            {verdict === 'healthy' ? 'up ' : 'last came up '}
            <Age at={establishedAt} style={verdict === 'healthy' ? 'for' : 'ago'} />
          </>
        )}
      </span>
    </li>
  )
}
