import { Checkbox } from '@fluentui/react-components'
import fields from '../../../../components/fields/SectionTable.module.css'
import type { ClientSession } from '../../../../model/diagnostics/client-session.ts'
import { bytes } from '../../../../model/format.ts'
import { spanWords } from '../../../../model/vpn/bgp-words.ts'
import { sessionName } from '../../../../model/vpn/point-to-site.ts'
import { ScrollRegion } from '../../../../ui/ScrollRegion.tsx'
import styles from '../Gateway.module.css'

interface SessionTableProps {
  sessions: readonly ClientSession[]
  /** Ids of those that are chosen. */
  chosen: ReadonlySet<string>
  onChoose: (chosen: ReadonlySet<string>) => void
}

/** People and devices connected by point-to-site; what has no id of its own cannot be cut off. */
export function SessionTable({ sessions, chosen, onChoose }: SessionTableProps) {
  const all = sessions.flatMap(({ vpnConnectionId }) => (vpnConnectionId === '' ? [] : [vpnConnectionId]))
  const every = all.length > 0 && all.every((id) => chosen.has(id))
  return (
    <ScrollRegion label="Connected clients, table">
      <table className={fields.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.check}>
              <Checkbox
                aria-label="Choose all"
                checked={every ? true : chosen.size > 0 ? 'mixed' : false}
                onChange={() => onChoose(new Set(every ? [] : all))}
              />
            </th>
            <th scope="col">Client</th>
            <th scope="col">Pool address</th>
            <th scope="col">From</th>
            <th scope="col">Connected for</th>
            <th scope="col" className={fields.end}>
              Received
            </th>
            <th scope="col" className={fields.end}>
              Sent
            </th>
            <th scope="col">Id</th>
          </tr>
        </thead>
        <tbody>
          {sessions.map((session, index) => (
            <Session
              key={`${index} ${session.vpnConnectionId}`}
              session={session}
              chosen={chosen.has(session.vpnConnectionId)}
              onChoose={(on) => {
                const next = new Set(chosen)
                if (on) next.add(session.vpnConnectionId)
                else next.delete(session.vpnConnectionId)
                onChoose(next)
              }}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

interface SessionProps {
  session: ClientSession
  chosen: boolean
  onChoose: (on: boolean) => void
}

function Session({ session, chosen, onChoose }: SessionProps) {
  const { vpnConnectionId, privateIpAddress, publicIpAddress, durationSeconds, connectedAt } = session
  const name = sessionName(session) || 'not given'
  return (
    <tr>
      <td className={styles.check}>
        <Checkbox
          aria-label={`Choose ${name}`}
          checked={chosen}
          disabled={vpnConnectionId === ''}
          onChange={(_, { checked }) => onChoose(checked === true)}
        />
      </td>
      <td>
        <bdi>{name}</bdi>
      </td>
      <td>
        <bdi>{privateIpAddress ?? '–'}</bdi>
      </td>
      <td>
        <bdi>{publicIpAddress ?? '–'}</bdi>
      </td>
      <td title={connectedAt}>
        {durationSeconds === undefined ? (connectedAt ?? '–') : spanWords(durationSeconds * 1000)}
      </td>
      <td className={fields.end}>{sizeOf(session.ingressBytes)}</td>
      <td className={fields.end}>{sizeOf(session.egressBytes)}</td>
      <td>
        <bdi>{vpnConnectionId || 'none: it cannot be cut off'}</bdi>
      </td>
    </tr>
  )
}

function sizeOf(value: number | undefined): string {
  return value === undefined ? '–' : bytes(value)
}
